import { buildPromotionTemplate } from '@kratix-portal/backstage-plugin-kratix-common';
import type { BuiltObject, SliceItem, SliceSource } from './buildSlice';
import type { PlanOptions } from '../PlanOptions';
import { transformPlatform } from '../transformPlatform';

/**
 * The Template that brings Promises from other platforms: it follows from the configuration alone.
 * @internal
 */
export function promotionSource(options: PlanOptions): SliceSource {
  return {
    inputs: [],
    unsayable: new Set(),
    *items(): Generator<SliceItem> {
      yield {
        key: 'promotion',
        inputs: [],
        build: (): BuiltObject => {
          const template = buildPromotionTemplate(options.platform);
          return transformPlatform(template ? [template] : [], options);
        },
      };
    },
  };
}
