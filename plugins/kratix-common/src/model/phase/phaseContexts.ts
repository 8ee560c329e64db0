import type { KratixPromise } from '../kratixPromise';
import type { PhaseContext } from './phaseContext';
import type { PromiseRevision, ResourceBinding } from '../resourceBinding';
import type { ResourceRequest } from '../resourceRequest';
import type { Collection, PlatformSnapshot } from '../snapshot';

/**
 * Finds, for each request of a snapshot, what its phase depends on. Indexes once, so that asking for ten
 * thousand requests stays cheap.
 * @public
 */
export function phaseContexts(
  snapshot: Pick<PlatformSnapshot, 'promises' | 'bindings' | 'revisions'>,
): (
  request: Pick<ResourceRequest, 'promiseName' | 'namespace' | 'name'>,
) => PhaseContext {
  const promises = new Map<string, KratixPromise>();
  itemsOf(snapshot.promises).forEach(promise =>
    promises.set(promise.name, promise),
  );
  const bindings = new Map<string, ResourceBinding>();
  itemsOf(snapshot.bindings).forEach(binding =>
    bindings.set(
      keyOf(binding.promiseName, binding.namespace, binding.resourceName),
      binding,
    ),
  );
  const revisions = new Map<string, PromiseRevision>();
  itemsOf(snapshot.revisions)
    .filter(({ isLatest }) => isLatest)
    .forEach(revision => revisions.set(revision.promiseName, revision));

  return ({ promiseName, namespace, name }) => ({
    promise: promises.get(promiseName),
    binding: bindings.get(keyOf(promiseName, namespace, name)),
    latestRevision: revisions.get(promiseName),
  });
}

function keyOf(promise: string, namespace: string, name: string): string {
  return `${promise}/${namespace}/${name}`;
}

function itemsOf<T>(collection: Collection<T>): readonly T[] {
  return collection.state === 'synced' ? collection.items : [];
}
