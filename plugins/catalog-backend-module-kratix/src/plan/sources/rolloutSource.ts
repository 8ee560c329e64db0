import { buildRolloutTemplate } from '@kratix-portal/backstage-plugin-kratix-common';
import type { BuiltObject, SliceItem, SliceSource } from './buildSlice';
import type { PlanOptions } from '../PlanOptions';
import { transformPlatform } from '../transformPlatform';

/**
 * The Template that moves requests to another version: it follows from the configuration alone.
 * @internal
 */
export function rolloutSource(options: PlanOptions): SliceSource {
  return {
    inputs: [],
    unsayable: new Set(),
    *items(): Generator<SliceItem> {
      yield {
        key: 'rollout',
        inputs: [],
        build: (): BuiltObject =>
          transformPlatform([buildRolloutTemplate(options.platform)], options),
      };
    },
  };
}
