import {
  derivePhase,
  phaseContexts,
  type Phase,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * How many requests are in each phase; phases with none are left out.
 * @internal
 */
export type PhaseCounts = Readonly<Partial<Record<Phase, number>>>;

/**
 * The requests to one Promise by phase; undefined while they are not known. Counted once for each snapshot:
 * every open page asks again after every change.
 * @internal
 */
export function countPhases(
  snapshot: PlatformSnapshot,
  promise: string,
): PhaseCounts | undefined {
  const collection = snapshot.requests.get(promise);
  if (collection?.state !== 'synced') {
    return undefined;
  }
  const known = counted.get(snapshot) ?? new Map<string, PhaseCounts>();
  counted.set(snapshot, known);
  const counts = known.get(promise) ?? count(snapshot, collection.items);
  known.set(promise, counts);
  return counts;
}

/** Snapshots never change, and go when nobody holds them. */
const counted = new WeakMap<PlatformSnapshot, Map<string, PhaseCounts>>();

function count(
  snapshot: PlatformSnapshot,
  requests: Iterable<ResourceRequest>,
): PhaseCounts {
  const contextOf = phaseContexts(snapshot);
  const counts: Partial<Record<Phase, number>> = {};
  for (const request of requests) {
    const { phase } = derivePhase(request, contextOf(request));
    counts[phase] = (counts[phase] ?? 0) + 1;
  }
  return counts;
}

/**
 * Several counts as one.
 * @internal
 */
export function sumPhases(parts: Iterable<PhaseCounts>): PhaseCounts {
  const sum = new Map<string, number>();
  for (const part of parts) {
    for (const [phase, number] of Object.entries(part)) {
      sum.set(phase, (sum.get(phase) ?? 0) + number);
    }
  }
  return Object.fromEntries(sum);
}
