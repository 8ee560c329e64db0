import type {
  PlatformHealth,
  WatchHealth,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { unknownSnapshot } from '../__testUtils__/InMemoryKratix';
import { platformNamed } from '../__testUtils__/redis';
import { toPlatformSummary } from './toPlatformSummary';

const watch = (
  collection: string,
  changes: Partial<WatchHealth> = {},
): WatchHealth => ({
  collection,
  state: 'live',
  objects: 3,
  ...{ lists: 1, connects: 2, events: 9, failures: 0 },
  ...changes,
});

const health: PlatformHealth = {
  state: 'degraded',
  watches: [
    watch('promises.platform.kratix.io'),
    watch('rediss.example.com', { promise: 'redis', objects: 41 }),
    watch('vaults.example.com', { promise: 'vault', state: 'unknown' }),
    watch('namespaces', { state: 'stale', failures: 4 }),
  ],
};

function watchesFor(isEveryRequestReadable: boolean) {
  const { connection } = toPlatformSummary(
    platformNamed('dev'),
    unknownSnapshot('dev'),
    {
      health,
      isEveryRequestReadable,
      select: 'all',
      requestProblems: [],
      catalogProblems: [],
    },
  );
  return connection.watches?.map(({ collection, objects }) => [
    collection,
    objects,
  ]);
}

describe('toPlatformSummary', () => {
  it('tells how each collection is followed, the troubled ones first', () => {
    expect(watchesFor(true)).toEqual([
      ['namespaces', 3],
      ['vaults.example.com', 3],
      ['promises.platform.kratix.io', 3],
      ['rediss.example.com', 41],
    ]);
  });

  it('does not tell how many requests there are to those who may not read all', () => {
    expect(watchesFor(false)).toEqual([
      ['namespaces', 3],
      ['vaults.example.com', undefined],
      ['promises.platform.kratix.io', 3],
      ['rediss.example.com', undefined],
    ]);
  });
});
