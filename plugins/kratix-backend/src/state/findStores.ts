import type {
  Collection,
  PlatformSnapshot,
  StateStore,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The state stores of both kinds; undefined while one of them is not known. A kind that this Kratix does not
 * have has none.
 * @internal
 */
export function findStores(
  snapshot: Pick<PlatformSnapshot, 'gitStateStores' | 'bucketStateStores'>,
): readonly StateStore[] | undefined {
  const git = itemsOf(snapshot.gitStateStores);
  const buckets = itemsOf(snapshot.bucketStateStores);
  return git && buckets ? [...git, ...buckets] : undefined;
}

/**
 * What is known of a collection; undefined while it is unknown.
 * @internal
 */
export function itemsOf<T>(
  collection: Collection<T>,
): readonly T[] | undefined {
  if (collection.state === 'synced') {
    return collection.items;
  }
  return collection.problem?.reason === 'notInstalled' ? [] : undefined;
}
