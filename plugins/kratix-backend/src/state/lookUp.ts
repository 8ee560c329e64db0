import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  findRequest,
  type Collection,
  type KratixPromise,
  type NamespaceInfo,
  type PlatformSnapshot,
  type RequestRef,
  type ResourceRequest,
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
  const collection = requireSynced(snapshot, snapshot.promises, 'Promises');
  const value = collection.items.find(promise => promise.name === name);
  if (!value && findUnreadablePromise(snapshot, name)) {
    throw new ServiceUnavailableError(
      `Promise "${name}" is on platform "${snapshot.platform}", but cannot be understood`,
    );
  }
  if (!value) {
    throw new NotFoundError(
      `There is no Promise "${name}" on platform "${snapshot.platform}"`,
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
      const what =
        found.missing === 'promises'
          ? 'Promises'
          : `requests to ${ref.promise}`;
      throw toUnknownError(snapshot, found.collection, what);
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
  return requireSynced(snapshot, snapshot.namespaces, 'namespaces').items;
}

/**
 * A collection that is known. Throws ServiceUnavailableError for one that is not.
 * @internal
 */
export function requireSynced<T>(
  snapshot: PlatformSnapshot,
  collection: Collection<T>,
  what: string,
): Extract<Collection<T>, { state: 'synced' }> {
  if (collection.state === 'unknown') {
    throw toUnknownError(snapshot, collection, what);
  }
  return collection;
}

function toUnknownError(
  { platform }: PlatformSnapshot,
  { problem }: Extract<Collection<unknown>, { state: 'unknown' }>,
  what: string,
): ServiceUnavailableError {
  const why = problem?.message ?? 'it has not answered yet';
  return new ServiceUnavailableError(
    `The ${what} of platform "${platform}" are not known: ${why}`,
  );
}
