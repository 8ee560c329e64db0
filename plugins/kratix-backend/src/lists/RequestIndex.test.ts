import type {
  Platform,
  PlatformSnapshot,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { InMemoryKratix } from '../__testUtils__/InMemoryKratix';
import { aPromise, aRequest } from '../__testUtils__/manyRequests';
import { platformNamed, synced } from '../__testUtils__/redis';
import { RequestIndex } from './RequestIndex';
import { toOffer } from './toOffer';

const ske: Platform = { ...platformNamed('dev'), naming: 'ske' };
const redis = aPromise('redis');
const cache = aRequest({ name: 'cache', createdAt: '2026-11-01T10:00:00Z' });
const younger = aRequest({
  ...{ name: 'cache', namespace: 'team-b' },
  createdAt: '2026-11-02T10:00:00Z',
});

function snapshotOf(...requests: readonly ResourceRequest[]): PlatformSnapshot {
  return {
    ...new InMemoryKratix([ske]).snapshot('dev'),
    promises: synced([redis]),
    requests: new Map([['redis', synced(requests)]]),
  };
}

function createIndex(select: 'all' | 'labelled' = 'all') {
  const survey = { known: () => undefined, version: 0 };
  return new RequestIndex({ select, survey });
}

describe('RequestIndex, where entities are named as SKE named them', () => {
  it('points to the entities that the catalog has, as requests come and go', () => {
    const index = createIndex();
    const refsFor = (...requests: readonly ResourceRequest[]) =>
      index
        .of(ske, snapshotOf(...requests))
        .requests.get('redis')
        ?.map(({ row }) => row.entityRef);

    expect(refsFor(younger)).toEqual(['component:dev/cache-redis']);
    expect(refsFor(cache, younger)).toEqual([
      'component:dev/cache-redis',
      'component:dev/redis.team-b.cache',
    ]);
    expect(refsFor(younger)).toEqual(['component:dev/cache-redis']);
  });

  it('makes a row again only when its name changes', () => {
    const index = createIndex();
    const rowFor = (...requests: readonly ResourceRequest[]) =>
      index.of(ske, snapshotOf(...requests)).requests.get('redis')?.[0];

    expect(rowFor(cache)).toBe(rowFor(cache, younger));
  });

  it('names the Component and the Template of an offer so', () => {
    const offer = toOffer(redis, createIndex().of(ske, snapshotOf()), {
      access: undefined,
      select: 'all',
    });

    expect(offer).toMatchObject({
      entityRef: 'component:dev/redis-promise',
      templateRef: 'template:dev/redis-promise-template',
    });
  });
});
