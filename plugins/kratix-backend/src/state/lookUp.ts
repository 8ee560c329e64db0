import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  findRequest,
  refuse,
  tell,
  wordingOf,
  type Collection,
  type KratixPromise,
  type NamespaceInfo,
  type PlatformSnapshot,
  type RequestRef,
  type ResourceRequest,
  type WordingParam,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { findUnreadablePromise } from './findUnreadable';

/**
 * Something that was looked for in a snapshot, with the collection that says how far to trust it.
 * @internal
 */
export interface Found<T> {
  readonly value: T;
  readonly collection: Extract<Collection<T>, { state: 'synced' }>;
}

/**
 * A Promise as last known. Throws NotFoundError when the platform has none of this name, and
 * ServiceUnavailableError when that is not known or the Promise cannot be understood.
 * @internal
 */
export function lookUpPromise(
  snapshot: PlatformSnapshot,
  name: string,
): Found<KratixPromise> {
  const collection = requireSynced(
    snapshot,
    snapshot.promises,
    'promisesUnknown',
  );
  const value = collection.items.find(promise => promise.name === name);
  const { platform } = snapshot;
  if (!value && findUnreadablePromise(snapshot, name)) {
    throw refuse(
      ServiceUnavailableError,
      tell('refusal.promiseUnreadable', { promise: name, platform }),
    );
  }
  if (!value) {
    throw refuse(
      NotFoundError,
      tell('refusal.noPromiseHere', { promise: name, platform }),
    );
  }
  return { value, collection };
}

/**
 * A request as last known, or undefined when it is known that there is none. Throws
 * ServiceUnavailableError when that is not known.
 * @internal
 */
export function lookUpRequest(
  snapshot: PlatformSnapshot,
  ref: Omit<RequestRef, 'platform'>,
): Found<ResourceRequest> | undefined {
  const found = findRequest(snapshot, ref);
  switch (found.state) {
    case 'present':
      return { value: found.request, collection: found.collection };
    case 'absent':
      return undefined;
    case 'unknown': {
      const { platform } = snapshot;
      const why = whyUnknown(found.collection);
      const { promise } = ref;
      throw refuse(
        ServiceUnavailableError,
        found.missing === 'promises'
          ? tell('refusal.promisesUnknown', { platform, why })
          : tell('refusal.requestsUnknown', { promise, platform, why }),
      );
    }
    default:
      return found satisfies never;
  }
}

/**
 * The namespaces as last known. Throws ServiceUnavailableError when they are not known.
 * @internal
 */
export function lookUpNamespaces(
  snapshot: PlatformSnapshot,
): readonly NamespaceInfo[] {
  return requireSynced(snapshot, snapshot.namespaces, 'namespacesUnknown')
    .items;
}

/**
 * A collection that is known. Throws ServiceUnavailableError for one that is not.
 * @internal
 */
export function requireSynced<T>(
  snapshot: PlatformSnapshot,
  collection: Collection<T>,
  refusal: 'promisesUnknown' | 'namespacesUnknown',
): Extract<Collection<T>, { state: 'synced' }> {
  if (collection.state === 'unknown') {
    const { platform } = snapshot;
    const why = whyUnknown(collection);
    throw refuse(
      ServiceUnavailableError,
      tell(`refusal.${refusal}`, { platform, why }),
    );
  }
  return collection;
}

function whyUnknown({
  problem,
}: Extract<Collection<unknown>, { state: 'unknown' }>): WordingParam {
  return problem?.message ?? wordingOf('refusal.notAnsweredYet');
}
