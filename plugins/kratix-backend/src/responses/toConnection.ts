import type {
  Collection,
  ConnectionProblem,
  PlatformSnapshot,
  PlatformSummary,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * How well a platform can be read: by its Promises first, for without them nothing else is known.
 * @internal
 */
export function toConnection(
  snapshot: PlatformSnapshot,
): PlatformSummary['connection'] {
  const { promises } = snapshot;
  const confirmedAt =
    promises.state === 'synced' ? promises.confirmedAt : undefined;

  if (promises.problem) {
    return { state: 'unreachable', problem: promises.problem, confirmedAt };
  }
  if (promises.state === 'unknown') {
    return { state: 'connecting' };
  }
  const problem = firstProblem(snapshot);
  return { state: problem ? 'degraded' : 'connected', problem, confirmedAt };
}

function firstProblem(
  snapshot: PlatformSnapshot,
): ConnectionProblem | undefined {
  const collections: Collection<unknown>[] = [
    ...snapshot.requests.values(),
    snapshot.bindings,
    snapshot.revisions,
    snapshot.destinations,
    snapshot.namespaces,
  ];
  return collections.find(
    // An older Kratix lacks some collections; that is not a fault (design decision 12).
    ({ problem }) => problem && problem.reason !== 'notInstalled',
  )?.problem;
}
