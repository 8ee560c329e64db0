import {
  isRequestsSlice,
  type EntityPlan,
  type PlanSlice,
  type SliceName,
} from '../EntityPlan';
import type { PlannedEntity } from '../PlannedEntity';
import type { SentState } from './SentEntity';

/**
 * What was sent and is known not to be there any more, by entity reference.
 * @internal
 */
export function findGone(plan: EntityPlan, sent: SentState): string[] {
  const gone: string[] = [];
  for (const [ref, { slice: name }] of sent.entities) {
    const slice = plan.slices.get(name);
    if (
      !isIn(slice, ref) &&
      !isProtected(plan, name, ref) &&
      !isPlanned(plan, ref)
    ) {
      gone.push(ref);
    }
  }
  return gone;
}

/**
 * What was sent and stays, because nothing may be concluded about it now.
 * @internal
 */
export interface KeptEntities {
  /** Those that can be named because this process sent them. */
  readonly named: PlannedEntity[];
  /** Whether there are, or may be, others. */
  readonly isSomeNameless: boolean;
}

/** @internal */
export function findKept(plan: EntityPlan, sent: SentState): KeptEntities {
  const kept = [...sent.entities].filter(([ref, { slice }]) =>
    isProtected(plan, slice, ref),
  );
  const named = kept.flatMap(([entityRef, { entity, slice }]) =>
    entity && !isPlanned(plan, entityRef) ? [{ entityRef, entity, slice }] : [],
  );
  const isNeverKnown = [...plan.slices].some(
    ([name, { state }]) => state === 'unknown' && !sent.everKnown.has(name),
  );
  return {
    named,
    isSomeNameless: isNeverKnown || kept.some(([, { entity }]) => !entity),
  };
}

// A slice that is not in the plan at all belongs to a Promise that is gone with its requests, or not wanted any
// more; unless it cannot be said yet what is left of it.
function isProtected(plan: EntityPlan, name: SliceName, ref: string): boolean {
  const slice = plan.slices.get(name);
  return slice === undefined
    ? !plan.areOrphansKnown && isRequestsSlice(name)
    : slice.state === 'unknown' || slice.unsayable.has(ref);
}

function isPlanned(plan: EntityPlan, ref: string): boolean {
  return [...plan.slices.values()].some(slice => isIn(slice, ref));
}

function isIn(slice: PlanSlice | undefined, ref: string): boolean {
  return slice?.state === 'known' && slice.entities.has(ref);
}
