import type {
  Collection,
  ConnectionProblem,
  PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubernetesError } from '../cluster/failures/KubernetesError';
import { toConnectionProblem } from '../cluster/failures/kubernetesFailures';
import type { PlatformHealth, WatchHealth } from './KratixService';

/**
 * Sums up how well a platform can be read. An API that an older Kratix lacks, or that a new Promise has not
 * installed yet, does not degrade it; Kratix itself missing does.
 * @internal
 */
export function toPlatformHealth(known: {
  snapshot: PlatformSnapshot;
  gateError: KubernetesError | undefined;
  watches: readonly WatchHealth[];
  now: string;
}): PlatformHealth {
  const { snapshot, gateError, watches } = known;
  const problems = findProblems(snapshot);
  const problem = gateError
    ? problems.find(isOfConnection) ?? toConnectionProblem(gateError, known.now)
    : problems[0];
  const confirmedAt = lastConfirmation(snapshot);
  return {
    state: toState(snapshot, { gateError, problem }),
    ...(problem && { problem }),
    ...(confirmedAt && { confirmedAt }),
    watches,
  };
}

function toState(
  snapshot: PlatformSnapshot,
  trouble: { gateError?: KubernetesError; problem?: ConnectionProblem },
): PlatformHealth['state'] {
  if (trouble.gateError) {
    return 'unreachable';
  }
  if (trouble.problem) {
    return 'degraded';
  }
  return snapshot.promises.state === 'synced' ? 'connected' : 'connecting';
}

function collectionsOf(snapshot: PlatformSnapshot): Collection<unknown>[] {
  return [
    snapshot.promises,
    snapshot.namespaces,
    snapshot.bindings,
    snapshot.revisions,
    snapshot.destinations,
    snapshot.gitStateStores,
    snapshot.bucketStateStores,
    ...snapshot.requests.values(),
  ];
}

function findProblems(snapshot: PlatformSnapshot): ConnectionProblem[] {
  return collectionsOf(snapshot).flatMap(collection => {
    const { problem } = collection;
    const isExpected =
      problem?.reason === 'notInstalled' && collection !== snapshot.promises;
    return problem && !isExpected ? [problem] : [];
  });
}

function isOfConnection(problem: ConnectionProblem): boolean {
  return problem.reason !== 'forbidden' && problem.reason !== 'notInstalled';
}

function lastConfirmation(snapshot: PlatformSnapshot): string | undefined {
  return collectionsOf(snapshot)
    .flatMap(collection =>
      collection.state === 'synced' ? [collection.confirmedAt] : [],
    )
    .sort()
    .at(-1);
}
