import type { RequestRef } from './objectIdentity';
import type { ResourceRequest } from './resourceRequest';
import type { Collection, PlatformSnapshot } from './snapshot';

/**
 * What a snapshot says of one request. `unknown`: nobody can say whether it exists, with the collection that
 * would have to be known. `absent`: it is known not to.
 * @public
 */
export type FoundRequest =
  | {
      readonly state: 'unknown';
      readonly collection: Extract<Collection<unknown>, { state: 'unknown' }>;
      readonly missing: 'promises' | 'requests';
    }
  | { readonly state: 'absent' }
  | {
      readonly state: 'present';
      readonly request: ResourceRequest;
      readonly collection: Extract<
        Collection<ResourceRequest>,
        { state: 'synced' }
      >;
    };

/**
 * Looks one request up. To a Promise that is known not to exist there are no requests.
 * @public
 */
export function findRequest(
  snapshot: PlatformSnapshot,
  ref: Omit<RequestRef, 'platform'>,
): FoundRequest {
  const { promises } = snapshot;
  if (promises.state === 'unknown') {
    return { state: 'unknown', collection: promises, missing: 'promises' };
  }
  const collection = snapshot.requests.get(ref.promise);
  if (!collection && !promises.items.some(({ name }) => name === ref.promise)) {
    return { state: 'absent' };
  }
  if (collection?.state !== 'synced') {
    return {
      state: 'unknown',
      collection: collection ?? { state: 'unknown' },
      missing: 'requests',
    };
  }
  const request = collection.items.find(
    ({ namespace, name }) => namespace === ref.namespace && name === ref.name,
  );
  return request
    ? { state: 'present', request, collection }
    : { state: 'absent' };
}
