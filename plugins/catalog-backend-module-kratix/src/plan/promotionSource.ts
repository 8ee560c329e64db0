import { buildPromotionTemplate } from '@kratix-portal/backstage-plugin-kratix-common';
import type { BuiltObject, SliceItem, SliceSource } from './buildSlice';
import type { PlanOptions } from './PlanOptions';

/**
 * The Template that brings Promises from other platforms: it follows from the configuration alone.
 * @internal
 */
export function promotionSource({ platform }: PlanOptions): SliceSource {
  return {
    inputs: [],
    unsayable: new Set(),
    *items(): Generator<SliceItem> {
      yield {
        key: 'promotion',
        inputs: [],
        build: (): BuiltObject => {
          const template = buildPromotionTemplate(platform);
          return { entities: template ? [template] : [], problems: [] };
        },
      };
    },
  };
}
