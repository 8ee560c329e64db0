import {
  derivePhase,
  phaseContexts,
  type Phase,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * How many of these requests are in each phase; phases with none are left out.
 * @internal
 */
export function countPhases(
  snapshot: PlatformSnapshot,
  requests: Iterable<ResourceRequest>,
): Partial<Record<Phase, number>> {
  const contextOf = phaseContexts(snapshot);
  const counts: Partial<Record<Phase, number>> = {};
  for (const request of requests) {
    const { phase } = derivePhase(request, contextOf(request));
    counts[phase] = (counts[phase] ?? 0) + 1;
  }
  return counts;
}
