import type {
  DeliveryReason,
  DestinationMatch,
  DestinationSummary,
  StateStoreSummary,
} from '../contracts/delivery';
import { findCondition, type WorkPlacement } from '../model';

/**
 * What a placement is judged by.
 * @internal
 */
export interface PlacementEvidence {
  /** False while the Destinations are not known: unknown is not gone. */
  readonly isDestinationKnown: boolean;
  readonly destination: DestinationSummary | undefined;
  readonly store: StateStoreSummary | undefined;
  readonly match: DestinationMatch | undefined;
}

/**
 * How the files of one placement fare. Kratix does not try to write to a store that fails its check, and the
 * placement then says nothing of it, or still that all is well (docs/kratix-observed.md, "A store that is not
 * usable does not show on WorkPlacements"): the Destination is asked too.
 * @internal
 */
export function explainPlacement(
  placement: WorkPlacement,
  evidence: PlacementEvidence,
): DeliveryReason {
  const { conditions, destinationName } = placement;
  const written = findCondition(conditions, 'WriteSucceeded');
  const base = {
    destination: destinationName,
    ...(evidence.destination?.store && {
      store: evidence.destination.store.name,
    }),
  };
  if (placement.deletedAt) {
    return { ...base, code: 'removing', since: placement.deletedAt };
  }
  if (evidence.isDestinationKnown && !evidence.destination) {
    return { ...base, code: 'destinationGone' };
  }
  if (written?.status === 'False') {
    return { ...base, code: 'writeFails', ...wordsOf(written) };
  }
  const mismatch = explainMismatch(placement, evidence);
  if (mismatch) {
    return { ...base, ...mismatch };
  }
  const obstacle = explainObstacle(evidence);
  if (obstacle) {
    const isEarlierVersionThere = written?.status === 'True';
    return { ...base, ...obstacle, isEarlierVersionThere };
  }
  return written?.status === 'True'
    ? { ...base, code: 'delivered', ...sinceOf(written) }
    : { ...base, code: 'notWrittenYet', ...sinceOf(written) };
}

// A label of the same meaning is never taken off again; the condition is (kratix-domain 4).
function explainMismatch(
  { conditions }: WorkPlacement,
  { match }: PlacementEvidence,
): DeliveryReason | undefined {
  const scheduled = findCondition(conditions, 'ScheduleSucceeded');
  const isMisplaced =
    scheduled?.status === 'False' &&
    scheduled.reason === 'DestinationSelectorMismatch';
  return isMisplaced
    ? {
        code: 'selectorMismatch',
        unmet: (match?.unmet ?? []).map(
          ({ key, wanted }) => `${key}=${wanted}`,
        ),
        ...sinceOf(scheduled),
      }
    : undefined;
}

function explainObstacle({
  destination,
  store,
}: PlacementEvidence): DeliveryReason | undefined {
  if (
    store?.readiness.state === 'notReady' ||
    store?.readiness.state === 'missing'
  ) {
    return { code: 'storeNotReady', ...pickWords(store.readiness) };
  }
  if (destination?.readiness.state !== 'notReady') {
    return undefined;
  }
  const isOfStore = destination.readiness.reason?.startsWith('StateStore');
  return {
    code: isOfStore ? 'storeNotReady' : 'destinationNotReady',
    ...pickWords(destination.readiness),
  };
}

function wordsOf(condition: { message: string; lastTransitionTime?: string }) {
  const { message } = condition;
  return { ...(message && { message }), ...sinceOf(condition) };
}

function pickWords({ message, since }: { message?: string; since?: string }) {
  return { ...(message && { message }), ...(since && { since }) };
}

function sinceOf(condition: { lastTransitionTime?: string } | undefined) {
  const since = condition?.lastTransitionTime;
  return since ? { since } : {};
}
