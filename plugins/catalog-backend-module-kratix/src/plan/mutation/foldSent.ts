import type { EntityPlan, SliceName } from '../EntityPlan';
import { phaseOf } from '../sources/phaseOf';
import type { PlannedEntity } from '../PlannedEntity';
import type { Mutation } from './Mutation';
import type { SentEntity, SentState } from './SentEntity';

/**
 * What was sent, after a mutation of this plan has been accepted.
 * @internal
 */
export function foldSent(
  sent: SentState,
  plan: EntityPlan,
  mutation: Mutation,
  nowMs: number,
): SentState {
  const everKnown = foldEverKnown(sent.everKnown, plan);
  if (mutation.type === 'skip') {
    return everKnown === sent.everKnown ? sent : { ...sent, everKnown };
  }

  const entities = new Map(sent.entities);
  mutation.removals.forEach(ref => entities.delete(ref));
  for (const upsert of mutation.upserts) {
    const before = entities.get(upsert.entityRef);
    if (before?.entity !== upsert.entity) {
      entities.set(upsert.entityRef, toSent(upsert, before, nowMs));
    }
  }
  return { ...sent, entities, everKnown };
}

/**
 * What was sent, once it is known what the catalog holds from earlier processes.
 * @internal
 */
export function foldBaseline(
  sent: SentState,
  baseline: ReadonlyMap<string, SliceName>,
): SentState {
  const entities = new Map<string, SentEntity>();
  baseline.forEach((slice, ref) => entities.set(ref, { slice }));
  // What this process has sent since is newer than what the catalog served.
  sent.entities.forEach((entity, ref) => entities.set(ref, entity));
  return { ...sent, entities, isBaselineKnown: true };
}

function toSent(
  { slice, entity }: PlannedEntity,
  before: SentEntity | undefined,
  nowMs: number,
): SentEntity {
  const isPhaseChange =
    before?.entity !== undefined && phaseOf(before.entity) !== phaseOf(entity);
  const phaseSentAtMs = isPhaseChange ? nowMs : before?.phaseSentAtMs;
  return {
    slice,
    entity,
    ...(phaseSentAtMs !== undefined && { phaseSentAtMs }),
  };
}

function foldEverKnown(
  everKnown: ReadonlySet<SliceName>,
  plan: EntityPlan,
): ReadonlySet<SliceName> {
  const isSame =
    everKnown.size <= plan.slices.size &&
    [...plan.slices].every(
      ([name, { state }]) => state === 'unknown' || everKnown.has(name),
    ) &&
    [...everKnown].every(name => plan.slices.has(name));
  if (isSame) {
    return everKnown;
  }
  // A slice that is gone is forgotten: if it comes back, it starts unknown like any other.
  return new Set(
    [...plan.slices]
      .filter(([name, { state }]) => state === 'known' || everKnown.has(name))
      .map(([name]) => name),
  );
}
