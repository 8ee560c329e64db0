import type { Entity } from '@backstage/catalog-model';
import type { SliceName } from './EntityPlan';

/**
 * One entity of a plan.
 * @internal
 */
export interface PlannedEntity {
  readonly entityRef: string;
  readonly entity: Entity;
  readonly slice: SliceName;
}
