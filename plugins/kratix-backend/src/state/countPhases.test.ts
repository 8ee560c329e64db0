import type { PlatformSnapshot } from '@kratix-portal/backstage-plugin-kratix-common';
import { redisPromise, redisRequest, synced } from '../__testUtils__/redis';
import { countPhases, sumPhases } from './countPhases';

const unknown = { state: 'unknown' as const };

function snapshotOf(names: string[]): PlatformSnapshot {
  return {
    platform: 'dev',
    promises: synced([redisPromise()]),
    requests: new Map([
      ['redis', synced(names.map(name => redisRequest('team-a', name)))],
    ]),
    bindings: unknown,
    revisions: unknown,
    destinations: unknown,
    gitStateStores: unknown,
    bucketStateStores: unknown,
    namespaces: unknown,
    problems: [],
  };
}

describe('countPhases', () => {
  it('counts once for each snapshot', () => {
    const snapshot = snapshotOf(['a', 'b']);

    const counts = countPhases(snapshot, 'redis');

    expect(counts).toEqual({ Ready: 2 });
    expect(countPhases(snapshot, 'redis')).toBe(counts);
    expect(countPhases(snapshotOf(['a']), 'redis')).toEqual({ Ready: 1 });
  });

  it('counts nothing that is not known', () => {
    expect(countPhases(snapshotOf([]), 'vault')).toBeUndefined();
  });
});

describe('sumPhases', () => {
  it('adds up', () => {
    expect(sumPhases([{ Ready: 2, Failed: 1 }, {}, { Ready: 3 }])).toEqual({
      Ready: 5,
      Failed: 1,
    });
  });
});
