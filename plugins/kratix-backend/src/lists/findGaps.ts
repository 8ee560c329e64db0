import type {
  Collection,
  ListGap,
  Platform,
  PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What a list of requests cannot hold or vouch for: unknown is not empty. An API that is not there yet has
 * no requests, which is known. Whole platforms are named once.
 * @internal
 */
export function findRequestGaps(
  platform: Platform,
  snapshot: PlatformSnapshot,
  isWanted: (promise: string) => boolean = () => true,
): ListGap[] {
  if (snapshot.promises.state === 'unknown') {
    return [toGap(platform, snapshot.promises)];
  }
  const gaps = [...snapshot.requests]
    .filter(([promise]) => isWanted(promise))
    .filter(([, collection]) => isGap(collection))
    .map(([promise, collection]) => ({
      ...toGap(platform, collection),
      promise,
    }));
  const [first] = gaps;
  const isWhole =
    gaps.length > 1 &&
    gaps.length === snapshot.requests.size &&
    gaps.every(({ state }) => state === first?.state);
  return isWhole && first ? [{ ...first, promise: undefined }] : gaps;
}

/**
 * Likewise of a list of Promises.
 * @internal
 */
export function findPromiseGaps(
  platform: Platform,
  { promises }: PlatformSnapshot,
): ListGap[] {
  return isGap(promises) ? [toGap(platform, promises)] : [];
}

function isGap(collection: Collection<unknown>): boolean {
  return collection.state === 'unknown'
    ? collection.problem?.reason !== 'notInstalled'
    : collection.problem !== undefined;
}

function toGap(platform: Platform, collection: Collection<unknown>): ListGap {
  return {
    platform: platform.name,
    platformTitle: platform.title,
    state: collection.state === 'unknown' ? 'unknown' : 'stale',
    problem: collection.problem,
  };
}
