import type { PlatformSnapshot } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  platformNamed,
  redisPromise,
  redisRequest,
  synced,
} from '../__testUtils__/redis';
import { findCatalogProblems } from './findCatalogProblems';

const unknown = { state: 'unknown' as const };
const dev = platformNamed('dev');
const aboutRedis = { platform: 'dev', kind: 'Promise', name: 'redis' };

function snapshotOf(parts: Partial<PlatformSnapshot> = {}): PlatformSnapshot {
  return {
    platform: 'dev',
    promises: synced([]),
    requests: new Map(),
    bindings: unknown,
    revisions: unknown,
    destinations: unknown,
    gitStateStores: unknown,
    bucketStateStores: unknown,
    namespaces: unknown,
    problems: [],
    ...parts,
  };
}

function redisWith(changes: {
  annotations?: Record<string, string>;
  spec?: object;
}) {
  const promise = redisPromise();
  if (!promise.api) {
    throw new Error('Redis has an API');
  }
  return {
    ...promise,
    annotations: changes.annotations ?? {},
    api: {
      ...promise.api,
      schema: { type: 'object', properties: { spec: changes.spec ?? {} } },
    },
  };
}

describe('findCatalogProblems', () => {
  it('names each annotation that an author mistyped', () => {
    const promise = redisWith({
      annotations: {
        'kratix-portal.io/owner': 'x y',
        'kratix-portal.io/tags': 'fine,***',
      },
    });

    expect(
      findCatalogProblems(
        dev,
        snapshotOf({ promises: synced([promise]) }),
        'all',
      ),
    ).toEqual([
      expect.objectContaining({
        ...aboutRedis,
        code: 'unusable-annotation',
        path: 'metadata.annotations[kratix-portal.io/tags]',
      }),
      expect.objectContaining({
        ...aboutRedis,
        code: 'unusable-annotation',
        path: 'metadata.annotations[kratix-portal.io/owner]',
      }),
    ]);
  });

  it('says in one sentence what no form can show', () => {
    const open = {
      type: 'object',
      properties: { name: { type: 'string' } },
      'x-kubernetes-preserve-unknown-fields': true,
    };
    const promise = redisWith({
      spec: { type: 'object', properties: { a: open, b: open, c: open } },
    });

    const problems = findCatalogProblems(
      dev,
      snapshotOf({ promises: synced([promise]) }),
      'all',
    );

    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(/^spec\.a .* And 2 more like this\.$/);
  });

  it('says nothing of a Promise that the catalog does not show', () => {
    const annotations = { 'kratix-portal.io/owner': 'x y' };
    const promises = synced([redisWith({ annotations })]);

    expect(
      findCatalogProblems(dev, snapshotOf({ promises }), 'labelled'),
    ).toEqual([]);
  });

  it('names a Promise whose name, as SKE gave it, another has, as long as it has', () => {
    const older = { ...redisPromise(), createdAt: '2026-11-01T10:00:00Z' };
    const younger = { ...redisPromise(), name: 'a', createdAt: '2026-11-02' };
    const problemsOf = (...promises: (typeof older)[]) =>
      findCatalogProblems(
        { ...dev, naming: 'ske' },
        snapshotOf({ promises: synced(promises) }),
        'all',
      );

    expect(problemsOf(younger, older)).toEqual([
      expect.objectContaining({
        ...{ platform: 'dev', kind: 'Promise', name: 'a', code: 'name-taken' },
        message: expect.stringContaining('redis-promise'),
      }),
    ]);
    expect(problemsOf(younger)).toEqual([]);
  });

  it('names a Promise that is gone while its requests are not', () => {
    const requests = new Map([
      ['redis', synced([redisRequest('team-a', 'cache')])],
      ['vault', synced([])],
      ['kafka', unknown],
    ]);

    expect(findCatalogProblems(dev, snapshotOf({ requests }), 'all')).toEqual([
      expect.objectContaining({ ...aboutRedis, code: 'promise-gone' }),
    ]);
    // Neither one that is there, nor one that cannot be understood.
    expect(
      findCatalogProblems(
        dev,
        snapshotOf({ requests, promises: synced([redisWith({})]) }),
        'all',
      ),
    ).toEqual([]);
    expect(
      findCatalogProblems(
        dev,
        snapshotOf({
          requests,
          problems: [{ ...aboutRedis, code: 'odd', message: 'Odd.' }],
        }),
        'all',
      ),
    ).toEqual([]);
  });
});
