import type {
  Collection,
  KratixPromise,
  PlatformSnapshot,
  PromiseRef,
  PromiseRevision,
  RequestRef,
  ResourceBinding,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { SnapshotChange } from '../service/KratixService';
import type { Observed } from './Observed';

/**
 * The objects that a batch of events changed.
 * @internal
 */
export interface ChangedObjects {
  readonly promises: readonly Observed<KratixPromise>[];
  readonly requests: ReadonlyMap<string, readonly Observed<ResourceRequest>[]>;
  readonly bindings: readonly Observed<ResourceBinding>[];
  readonly revisions: readonly Observed<PromiseRevision>[];
}

/**
 * Says what is different between two snapshots in the words of those who listen. A binding speaks of its
 * request and a revision of its Promise. Undefined when nobody needs to be woken: a collection that was only
 * confirmed is no news.
 * @internal
 */
export function describeChange(
  previous: PlatformSnapshot,
  snapshot: PlatformSnapshot,
  changed: ChangedObjects,
): SnapshotChange | undefined {
  const { platform } = snapshot;
  const promises = uniqueBy(
    [
      ...changed.promises.map(({ name }) => name),
      ...valuesOf(changed.revisions).map(({ promiseName }) => promiseName),
    ].map(promise => ({ platform, promise })),
    (ref: PromiseRef) => ref.promise,
  );
  const requests = uniqueBy(
    [...toRequestRefs(platform, changed), ...toOrphanRefs(previous, snapshot)],
    ref => `${ref.promise}/${ref.namespace}/${ref.name}`,
  );
  const isCollectionChanged = hasCollectionChanged(previous, snapshot);
  return promises.length || requests.length || isCollectionChanged
    ? { platform, snapshot, previous, promises, requests, isCollectionChanged }
    : undefined;
}

function toRequestRefs(
  platform: string,
  changed: ChangedObjects,
): RequestRef[] {
  const own = [...changed.requests].flatMap(([promise, entries]) =>
    entries.map(({ namespace, name }) => ({
      platform,
      promise,
      namespace,
      name,
    })),
  );
  const bound = valuesOf(changed.bindings).map(binding => ({
    platform,
    promise: binding.promiseName,
    namespace: binding.namespace,
    name: binding.resourceName,
  }));
  return [...own, ...bound];
}

// Requests of a Promise that is gone, with its API, vanish without an event of their own.
function toOrphanRefs(
  previous: PlatformSnapshot,
  snapshot: PlatformSnapshot,
): RequestRef[] {
  return [...previous.requests].flatMap(([promise, collection]) =>
    snapshot.requests.has(promise) || collection.state === 'unknown'
      ? []
      : collection.items.map(({ namespace, name }) => ({
          platform: snapshot.platform,
          promise,
          namespace,
          name,
        })),
  );
}

function hasCollectionChanged(
  previous: PlatformSnapshot,
  snapshot: PlatformSnapshot,
): boolean {
  return (
    hasConnectionChanged(previous.promises, snapshot.promises) ||
    hasConnectionChanged(previous.bindings, snapshot.bindings) ||
    hasConnectionChanged(previous.revisions, snapshot.revisions) ||
    hasItemsChanged(previous.destinations, snapshot.destinations) ||
    hasItemsChanged(previous.gitStateStores, snapshot.gitStateStores) ||
    hasItemsChanged(previous.bucketStateStores, snapshot.bucketStateStores) ||
    hasItemsChanged(previous.namespaces, snapshot.namespaces) ||
    previous.apis?.state !== snapshot.apis?.state ||
    previous.apis?.problem !== snapshot.apis?.problem ||
    previous.requests.size !== snapshot.requests.size ||
    [...snapshot.requests].some(([promise, collection]) => {
      const earlier = previous.requests.get(promise);
      return !earlier || hasConnectionChanged(earlier, collection);
    })
  );
}

function hasConnectionChanged<T>(
  previous: Collection<T>,
  next: Collection<T>,
): boolean {
  return previous.state !== next.state || previous.problem !== next.problem;
}

function hasItemsChanged<T>(
  previous: Collection<T>,
  next: Collection<T>,
): boolean {
  return (
    hasConnectionChanged(previous, next) ||
    (previous.state === 'synced' &&
      next.state === 'synced' &&
      previous.items !== next.items)
  );
}

function valuesOf<T>(entries: readonly Observed<T>[]): T[] {
  return entries.flatMap(({ parsed }) => (parsed.ok ? [parsed.value] : []));
}

function uniqueBy<T>(values: readonly T[], keyFor: (value: T) => string): T[] {
  return [...new Map(values.map(value => [keyFor(value), value])).values()];
}
