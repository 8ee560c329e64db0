import type {
  Collection,
  KratixPromise,
  PlatformSnapshot,
  ResourceRequest,
  WatchedApi,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Unreadable } from './findUnreadable';

/**
 * What a Promise that no longer exists has left behind.
 * @internal
 */
export interface Orphans {
  readonly promise: string;
  readonly api?: WatchedApi;
  readonly requests: Collection<ResourceRequest>;
}

/**
 * The requests whose Promise is gone while its API is still there. Kratix removes a Promise's requests and its
 * API before the Promise itself (kratix-domain 1.1, finalizers); they stay when somebody took the finalizers
 * off, or restored a part of a backup.
 * @internal
 */
export function findOrphans(
  snapshot: PlatformSnapshot,
  promises: readonly KratixPromise[],
  unreadable: Unreadable,
): readonly Orphans[] {
  const names = new Set(promises.map(({ name }) => name));
  const { apis } = snapshot;
  return [...snapshot.requests].flatMap(([promise, requests]) =>
    names.has(promise) || unreadable.promises.has(promise)
      ? []
      : [
          {
            promise,
            requests,
            api:
              apis?.state === 'synced'
                ? apis.items.find(({ promiseName }) => promiseName === promise)
                : undefined,
          },
        ],
  );
}

/**
 * Whether it can be said at all which Promises have left something behind. A platform that forbids to look
 * never will: then requests go with their Promise.
 * @internal
 */
export function areOrphansKnown({
  apis,
}: Pick<PlatformSnapshot, 'apis'>): boolean {
  return (
    apis === undefined ||
    apis.state === 'synced' ||
    apis.problem?.reason === 'forbidden' ||
    apis.problem?.reason === 'notInstalled'
  );
}
