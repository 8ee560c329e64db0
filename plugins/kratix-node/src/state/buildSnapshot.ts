import type {
  Collection,
  ObjectProblem,
  PlatformSnapshot,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { CollectionState } from './CollectionState';
import type { PlatformState } from './PlatformState';

/**
 * What everybody may see of a platform's state. Shares with the previous snapshot whatever did not change;
 * when nothing did, it is the previous snapshot.
 * @internal
 */
export function buildSnapshot(
  platform: string,
  state: PlatformState,
  previous?: PlatformSnapshot,
): PlatformSnapshot {
  const requests = shareMap(toCollections(state), previous?.requests);
  const next: PlatformSnapshot = {
    platform,
    promises: state.promises.collection,
    requests,
    bindings: state.bindings.collection,
    revisions: state.revisions.collection,
    destinations: state.destinations.collection,
    gitStateStores: state.gitStateStores.collection,
    bucketStateStores: state.bucketStateStores.collection,
    namespaces: state.namespaces.collection,
    apis: state.apis.collection,
    problems: shareList(collectProblems(state), previous?.problems),
  };
  return previous && isSame(next, previous) ? previous : next;
}

function toCollections(
  state: PlatformState,
): Map<string, Collection<ResourceRequest>> {
  return new Map(
    [...state.requests].map(([promise, { collection }]) => [
      promise,
      collection,
    ]),
  );
}

function collectProblems(state: PlatformState): ObjectProblem[] {
  const parts: readonly CollectionState<unknown>[] = [
    state.promises,
    ...state.requests.values(),
    state.bindings,
    state.revisions,
    state.destinations,
    state.gitStateStores,
    state.bucketStateStores,
    state.namespaces,
    state.apis,
  ];
  return parts.flatMap(part => part.problems);
}

function shareMap<T>(
  next: ReadonlyMap<string, T>,
  previous: ReadonlyMap<string, T> | undefined,
): ReadonlyMap<string, T> {
  const isEqual =
    previous?.size === next.size &&
    [...next].every(([key, value]) => previous.get(key) === value);
  return previous && isEqual ? previous : next;
}

function shareList<T>(
  next: readonly T[],
  previous: readonly T[] | undefined,
): readonly T[] {
  const isEqual =
    previous?.length === next.length &&
    next.every((value, index) => previous[index] === value);
  return previous && isEqual ? previous : next;
}

function isSame(next: PlatformSnapshot, previous: PlatformSnapshot): boolean {
  const keys = Object.keys(next) as (keyof PlatformSnapshot)[];
  return keys.every(key => next[key] === previous[key]);
}
