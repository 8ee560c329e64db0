// Step 4 of 7 of the tour in ARCHITECTURE.md.
// Before: plugins/kratix-node/src/state/foldWatchEvents.ts
// Next: plugins/scaffolder-backend-module-kratix/src/actions/apply/applyAction.ts
import type { Entity } from '@backstage/catalog-model';
import type { EntityPlan } from '../EntityPlan';
import { findGone, findKept, type KeptEntities } from './keptEntities';
import type {
  Mutation,
  MutationNumbers,
  MutationOptions,
  MutationReason,
  MutationReport,
} from './Mutation';
import { phaseOf } from '../sources/phaseOf';
import type { PlannedEntity } from '../PlannedEntity';
import type { SentEntity, SentState } from './SentEntity';

/** The brake does not guard fewer: half of a handful is an ordinary change. */
const BRAKE_THRESHOLD = 10;

/**
 * Step 4 of 7, second half: the difference between the plan and what was sent. Pure.
 *
 * @remarks
 * What is unknown loses nothing, and a full mutation is made only when it can name everything that it
 * must not drop.
 * @internal
 */
export function planMutation(
  plan: EntityPlan,
  sent: SentState,
  options: MutationOptions,
): Mutation {
  const unknownSlices = [...plan.slices]
    .filter(([, slice]) => slice.state === 'unknown')
    .map(([name]) => name);
  if (plan.slices.get('promises')?.state !== 'known') {
    const numbers = { ...noNumbers, unknownSlices };
    return { type: 'skip', reason: 'promises-unknown', numbers };
  }

  const diff = diffUpserts(plan, sent, options);
  const gone = findGone(plan, sent);
  const isBraked =
    sent.entities.size > BRAKE_THRESHOLD &&
    gone.length > sent.entities.size * options.removalBrake;
  const removals = isBraked ? [] : gone;
  const report = {
    numbers: {
      planned: diff.upserts.length + diff.unchanged.length,
      ...countUpserts(diff.upserts, sent),
      removed: removals.length,
      refused: isBraked ? gone.length : 0,
      unknownSlices,
      staleSlices: [...plan.stale],
    },
    ...(diff.wakeAtMs !== undefined && { wakeAtMs: diff.wakeAtMs }),
  };

  const braked = isBraked ? 'removals-refused' : undefined;
  if (options.want === 'delta') {
    return toDelta({ ...report, upserts: diff.upserts, removals }, braked);
  }
  const kept = findKept(plan, sent);
  const withheld = braked ?? whyNoFull(plan, sent, kept);
  const everything = [...diff.upserts, ...diff.unchanged];
  if (withheld) {
    const upserts =
      options.want === 'heal'
        ? everything.filter(({ slice }) => !plan.stale.has(slice))
        : diff.upserts;
    return toDelta({ ...report, upserts, removals }, withheld);
  }
  const upserts = [...everything, ...kept.named];
  return { ...report, type: 'full', reason: 'periodic', upserts, removals };
}

function toDelta(
  difference: Pick<MutationReport, 'numbers' | 'wakeAtMs'> & {
    readonly upserts: readonly PlannedEntity[];
    readonly removals: readonly string[];
  },
  withheld: MutationReason | undefined,
): Mutation {
  const { upserts, removals, ...report } = difference;
  return upserts.length === 0 && removals.length === 0
    ? { ...report, type: 'skip', reason: withheld ?? 'nothing-changed' }
    : { ...difference, type: 'delta', reason: withheld ?? 'objects-changed' };
}

const noNumbers: MutationNumbers = {
  planned: 0,
  added: 0,
  changed: 0,
  removed: 0,
  refused: 0,
  unknownSlices: [],
  staleSlices: [],
};

interface UpsertDiff {
  readonly upserts: PlannedEntity[];
  /** Planned and already there, or held back: as the catalog has them. */
  readonly unchanged: PlannedEntity[];
  readonly wakeAtMs?: number;
}

function diffUpserts(
  plan: EntityPlan,
  sent: SentState,
  options: MutationOptions,
): UpsertDiff {
  const upserts: PlannedEntity[] = [];
  const unchanged: PlannedEntity[] = [];
  let wakeAtMs: number | undefined;

  for (const planned of plannedEntities(plan)) {
    const before = sent.entities.get(planned.entityRef);
    const heldUntilMs = holdUntil(before, planned.entity, options);
    if (before?.entity === planned.entity) {
      unchanged.push(planned);
    } else if (before?.entity && heldUntilMs !== undefined) {
      unchanged.push({ ...planned, entity: before.entity });
      wakeAtMs = Math.min(heldUntilMs, wakeAtMs ?? heldUntilMs);
    } else {
      upserts.push(planned);
    }
  }
  return { upserts, unchanged, ...(wakeAtMs !== undefined && { wakeAtMs }) };
}

function* plannedEntities(plan: EntityPlan): Generator<PlannedEntity> {
  for (const [name, slice] of plan.slices) {
    if (slice.state === 'known') {
      for (const [entityRef, entity] of slice.entities) {
        yield { entityRef, entity, slice: name };
      }
    }
  }
}

/**
 * The first change of a phase goes out at once; the next one of the same entity waits, so that a phase
 * that flaps (kratix-domain 2.5) does not become a stream of mutations.
 */
function holdUntil(
  before: SentEntity | undefined,
  entity: Entity,
  options: MutationOptions,
): number | undefined {
  if (!before?.entity || before.phaseSentAtMs === undefined) {
    return undefined;
  }
  if (phaseOf(before.entity) === phaseOf(entity)) {
    return undefined;
  }
  const heldUntilMs = before.phaseSentAtMs + options.phaseHoldMs;
  return options.nowMs < heldUntilMs ? heldUntilMs : undefined;
}

function countUpserts(upserts: readonly PlannedEntity[], sent: SentState) {
  const added = upserts.filter(u => !sent.entities.has(u.entityRef)).length;
  const changed = upserts.filter(
    u => sent.entities.get(u.entityRef)?.entity !== undefined,
  ).length;
  return { added, changed };
}

function whyNoFull(
  plan: EntityPlan,
  sent: SentState,
  kept: KeptEntities,
): MutationReason | undefined {
  if (!sent.isBaselineKnown) {
    return 'full-withheld-no-baseline';
  }
  if (plan.stale.size > 0) {
    return 'full-withheld-stale';
  }
  return kept.isSomeNameless ? 'full-withheld-unknown' : undefined;
}
