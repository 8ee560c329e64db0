import { buildRemovalTemplate } from '@kratix-portal/backstage-plugin-kratix-common';
import type { BuiltObject, SliceItem, SliceSource } from './buildSlice';
import type { PlanOptions } from '../PlanOptions';
import { transformPlatform } from '../transformPlatform';

/**
 * The Template that removes by pull request: it follows from the configuration alone.
 * @internal
 */
export function removalSource(options: PlanOptions): SliceSource {
  return {
    inputs: [],
    unsayable: new Set(),
    *items(): Generator<SliceItem> {
      yield {
        key: 'removal',
        inputs: [],
        build: (): BuiltObject => {
          const template = buildRemovalTemplate(options.platform);
          return transformPlatform(template ? [template] : [], options);
        },
      };
    },
  };
}
