import type {
  Collection,
  InstalledApi,
  KratixPromise,
  ResourceRequest,
} from '../model';
import { asPromise, asRequest } from '../__fixtures__/parsed';
import { platform } from '../__fixtures__/platform';
import { redisPromise } from '../__fixtures__/redisPromise';
import { readyRequest } from '../__fixtures__/redisRequest';
import {
  promiseApiEntityRef,
  promiseEntityRef,
  promiseTemplateEntityRef,
  requestEntityRef,
} from './entityNames';
import { findPromiseNameProblems } from '../entities/nameProblems';
import { namePlatform } from './namePlatform';

const base = asPromise(redisPromise());
const baseRequest = asRequest(readyRequest());
const ske = { ...platform, naming: 'ske' as const };

function promise(name: string, kind?: string, createdAt = '1'): KratixPromise {
  const api = base.api && kind ? { ...base.api, kind } : undefined;
  return { ...base, name, createdAt, api };
}

function request(
  namespace: string,
  name: string,
  createdAt = '1',
): ResourceRequest {
  return { ...baseRequest, namespace, name, createdAt, labels: {} };
}

function synced<T>(items: readonly T[]): Collection<T> {
  return { state: 'synced', items, confirmedAt: '2026-11-21T10:00:00Z' };
}

function named(
  promises: readonly KratixPromise[],
  requests: Record<string, readonly ResourceRequest[]> = {},
  apis: readonly InstalledApi[] = [],
) {
  return namePlatform(ske, {
    promises: synced(promises),
    apis: synced(apis),
    requests: new Map(
      Object.entries(requests).map(([name, items]) => [name, synced(items)]),
    ),
  });
}

const installed = (promiseName: string, kind: string): InstalledApi => ({
  ...{ promiseName, kind, resourceVersion: '1' },
  ...{ crdName: 'x', group: 'example.com', version: 'v1', plural: 'x' },
  storedVersions: [],
});

describe('namePlatform', () => {
  it('changes nothing where names are as usual', () => {
    const snapshot = {
      promises: synced([promise('redis', 'Redis')]),
      requests: new Map(),
    };

    expect(namePlatform(platform, snapshot)).toBe(platform);
  });

  // ske-compatibility 1B and 3E: its documentation, and Promises that are published.
  it.each([
    ['jenkins', 'jenkins', 'my-request', 'my-request-jenkins'],
    [
      'postgresql',
      'ske-postgresql',
      'dev-postgres',
      'dev-postgres-ske-postgresql',
    ],
    ['app-as-a-service', 'App', 'shop', 'shop-app'],
  ])(
    'names %s of kind %s and its request %s as SKE did',
    (name, kind, of, expected) => {
      const ref = { promise: name, namespace: 'team-a', name: of };
      const home = named([promise(name, kind)], {
        [name]: [request('team-a', of)],
      });

      const word = kind.toLocaleLowerCase('en-US');
      expect(promiseEntityRef(home, ref)).toBe(
        `component:default/${word}-promise`,
      );
      expect(promiseTemplateEntityRef(home, ref)).toBe(
        `template:default/${word}-promise-template`,
      );
      expect(requestEntityRef(home, ref)).toBe(`component:default/${expected}`);
      // SKE made none.
      expect(promiseApiEntityRef(home, ref)).toBe(`api:default/${name}`);
    },
  );

  it.each<[string, KratixPromise[], string, string]>([
    ['no API', [promise('network')], 'network', 'network'],
    [
      'an older Promise of its kind',
      [promise('a', 'Redis', '2'), promise('b', 'Redis', '1')],
      'a',
      'a',
    ],
    [
      'a younger Promise of its kind',
      [promise('a', 'Redis', '1'), promise('b', 'redis', '2')],
      'a',
      'redis-promise',
    ],
    [
      'a Promise that is called like its Component',
      [promise('cache', 'Redis', '1'), promise('redis-promise', undefined)],
      'cache',
      'cache',
    ],
    [
      'its own name in that form',
      [promise('redis-promise', 'Redis')],
      'redis-promise',
      'redis-promise',
    ],
    [
      'a kind that no name can hold',
      [promise('long', 'K'.repeat(47))],
      'long',
      'long',
    ],
  ])('with %s, the Component of a Promise', (_, promises, name, expected) => {
    expect(promiseEntityRef(named(promises), { promise: name })).toBe(
      `component:default/${expected}`,
    );
  });

  it('knows a Promise that cannot be read by the API that it has installed', () => {
    const home = named([], {}, [installed('redis', 'Redis')]);

    expect(promiseEntityRef(home, { promise: 'redis' })).toBe(
      'component:default/redis-promise',
    );
  });

  describe('where an author names the Component of a Promise', () => {
    const wishing = (
      promiseName: string,
      asked: string,
      createdAt = '1',
    ): KratixPromise => ({
      ...promise(promiseName, promiseName, createdAt),
      annotations: { 'ske.backstage.component/name': asked },
    });
    const nameOf = (
      promises: readonly KratixPromise[],
      promiseName = 'redis',
    ) => promiseEntityRef(named(promises), { promise: promiseName });

    it('gives it, to the Component alone', () => {
      const home = named([wishing('redis', 'caches')]);

      expect(promiseEntityRef(home, { promise: 'redis' })).toBe(
        'component:default/caches',
      );
      expect(promiseTemplateEntityRef(home, { promise: 'redis' })).toBe(
        'template:default/redis-promise-template',
      );
      expect(findPromiseNameProblems(wishing('redis', 'caches'), home)).toEqual(
        [],
      );
    });

    it('takes it from the environment of the generator too', () => {
      const { annotations: _, ...redis } = wishing('redis', 'caches');

      expect(
        nameOf([
          {
            ...redis,
            annotations: {},
            skeDefaults: {
              promise: { 'ske.backstage.component/name': 'caches' },
              requests: {},
            },
          },
        ]),
      ).toBe('component:default/caches');
    });

    it.each([
      ['a request could come to have', 'my-redis'],
      ['a Promise could come to have', 'vault-promise'],
      ['we give', 'redis.team-a'],
      ['the catalog does not take', 'Caches!'],
      ['another Promise has', 'vault'],
    ])('keeps the usual name instead of one that %s', (_, asked) => {
      const redis = wishing('redis', asked);
      const promises = [redis, promise('vault')];

      expect(nameOf(promises)).toBe('component:default/redis-promise');
      expect(findPromiseNameProblems(redis, named(promises))).toMatchObject([
        {
          code: 'name-taken',
          path: 'metadata.annotations[ske.backstage.component/name]',
        },
      ]);
    });

    it('gives it to the older of two', () => {
      const promises = [
        wishing('redis', 'caches', '2'),
        wishing('memcached', 'caches', '1'),
      ];

      expect(nameOf(promises)).toBe('component:default/redis-promise');
      expect(nameOf(promises, 'memcached')).toBe('component:default/caches');
    });

    it('never asks a request', () => {
      const home = named([promise('redis', 'Redis')], {
        redis: [
          {
            ...request('team-a', 'cart'),
            annotations: { 'ske.backstage.component/name': 'payments' },
          },
        ],
      });

      expect(
        requestEntityRef(home, {
          promise: 'redis',
          namespace: 'team-a',
          name: 'cart',
        }),
      ).toBe('component:default/cart-redis');
    });
  });

  describe('where two requests want the same name', () => {
    const redis = promise('redis', 'Redis');
    const refOf = (
      home: ReturnType<typeof named>,
      namespace: string,
      name: string,
      of = 'redis',
    ) => requestEntityRef(home, { promise: of, namespace, name });

    it.each([
      ['the older first', ['1', '2'], ['cache-redis', 'redis.team-b.cache']],
      ['the younger first', ['2', '1'], ['redis.team-a.cache', 'cache-redis']],
      ['in the same second', ['1', '1'], ['cache-redis', 'redis.team-b.cache']],
    ])('gives it to the older: %s', (_, [a, b], expected) => {
      const home = named([redis], {
        redis: [request('team-a', 'cache', a), request('team-b', 'cache', b)],
      });

      expect([
        refOf(home, 'team-a', 'cache'),
        refOf(home, 'team-b', 'cache'),
      ]).toEqual(expected.map(name => `component:default/${name}`));
    });

    it('tells one that is not there yet what it will be called', () => {
      const home = named([redis], { redis: [request('team-a', 'cache')] });

      expect(refOf(home, 'team-b', 'cache')).toBe(
        'component:default/redis.team-b.cache',
      );
      expect(refOf(home, 'team-b', 'other')).toBe(
        'component:default/other-redis',
      );
    });

    it('does not count previews', () => {
      const preview = {
        ...request('team-a', 'cache', '0'),
        labels: { 'kratix.io/dry-run': 'true' },
      };
      const home = named([redis], {
        redis: [preview, request('team-b', 'cache')],
      });

      expect(refOf(home, 'team-b', 'cache')).toBe(
        'component:default/cache-redis',
      );
    });

    it('gives it to the longer kind', () => {
      const home = named([
        promise('pg', 'postgresql'),
        promise('ske-pg', 'ske-postgresql'),
      ]);

      expect(refOf(home, 'a', 'dev', 'ske-pg')).toBe(
        'component:default/dev-ske-postgresql',
      );
      expect(refOf(home, 'a', 'dev-ske', 'pg')).toBe(
        'component:default/pg.a.dev-ske',
      );
    });

    it.each([
      ['a dot', 'a.b', 'redis.x.a.b'],
      ['more than a name holds', 'a'.repeat(58), `redis.x.${'a'.repeat(44)}`],
    ])('keeps the usual name for %s', (_, name, expected) => {
      expect(refOf(named([redis]), 'x', name)).toContain(
        `component:default/${expected}`,
      );
    });

    it('leaves the name of a Promise to the Promise', () => {
      const home = named([redis, promise('cache-redis')]);

      expect(refOf(home, 'x', 'cache')).toBe('component:default/redis.x.cache');
      expect(refOf(named([promise('p', 'Promise')]), 'x', 'redis', 'p')).toBe(
        'component:default/p.x.redis',
      );
    });
  });

  it('gives no two objects one name, whatever they are called', () => {
    const words = ['a', 'b', 'a-b', 'b-a', 'promise', 'a-promise', 'a.b'];
    const promises = words.flatMap((kind, i) => [
      promise(`p${i}`, kind, String(i % 3)),
      promise(kind, words[(i + 1) % words.length], String(i % 2)),
      promise(`none-${kind}`),
    ]);
    const requests = words.flatMap((name, i) => [
      request('x', name, String(i % 2)),
      request('a', name, String(i % 3)),
    ]);
    const home = named(
      promises,
      Object.fromEntries(promises.map(({ name }) => [name, requests])),
    );

    const refs = promises.flatMap(({ name: of }) => [
      promiseEntityRef(home, { promise: of }),
      ...requests.map(({ namespace, name }) =>
        requestEntityRef(home, { promise: of, namespace, name }),
      ),
    ]);
    expect(new Set(refs).size).toBe(refs.length);
    const templates = promises.map(({ name }) =>
      promiseTemplateEntityRef(home, { promise: name }),
    );
    expect(new Set(templates).size).toBe(templates.length);
  });
});
