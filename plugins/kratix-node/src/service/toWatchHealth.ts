import type { Collection } from '@kratix-portal/backstage-plugin-kratix-common';
import type { WatchHealth } from './KratixService';

/**
 * Sums up one watch.
 * @internal
 */
export function toWatchHealth(
  resource: { group: string; plural: string },
  known: {
    collection: Collection<unknown>;
    isLive: boolean;
    counts: Pick<WatchHealth, 'lists' | 'connects' | 'events' | 'failures'>;
  },
): WatchHealth {
  const { group, plural } = resource;
  const { collection } = known;
  return {
    collection: group === '' ? plural : `${plural}.${group}`,
    state: toWatchState(collection.state, known.isLive),
    ...(collection.problem && { problem: collection.problem }),
    ...(collection.state === 'synced' && { objects: collection.items.length }),
    ...known.counts,
  };
}

function toWatchState(
  state: 'unknown' | 'synced',
  isLive: boolean,
): WatchHealth['state'] {
  if (state === 'unknown') {
    return 'unknown';
  }
  return isLive ? 'live' : 'stale';
}
