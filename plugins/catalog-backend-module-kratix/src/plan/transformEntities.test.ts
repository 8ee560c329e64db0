import type { Entity } from '@backstage/catalog-model';
import type { KratixEntityTransformer } from '@kratix-portal/backstage-plugin-kratix-node';
import {
  dev,
  promiseJson,
  promiseOf,
  requestTo,
  snapshotOf,
  synced,
} from '../__testUtils__/platformState';
import type { EntityPlan, KnownSlice } from './EntityPlan';
import { EntityPlanner } from './EntityPlanner';

const redis = promiseOf(promiseJson('redis'));
const vault = promiseOf(promiseJson('vault'));
const cacheRef = 'resource:default/redis.team-a.cache';

const snapshot = (version = '1') =>
  snapshotOf([redis, vault], {
    redis: synced([
      requestTo(redis, 'cache', { resourceVersion: version }),
      requestTo(redis, 'queue'),
    ]),
    vault: synced([]),
  });

const create = (...transformers: KratixEntityTransformer[]) =>
  new EntityPlanner({
    platform: dev,
    config: { select: 'all', isDestinationsIncluded: false },
    transformers,
  });

const known = (plan: EntityPlan, name: 'promises' | 'requests/redis') =>
  plan.slices.get(name) as KnownSlice;

const systemNamed = (name: string): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name, namespace: 'default' },
  spec: { owner: 'group:default/platform' },
});

describe('an entity transformer', () => {
  it('gets the default with the object, and its answer is what the catalog gets', () => {
    const seen: unknown[] = [];
    const planner = create({
      request: ({ request, promise, phase, platform, entities }) => {
        seen.push([request.name, promise?.name, phase, platform.name]);
        return entities.map(entity => ({
          ...entity,
          spec: { ...entity.spec, system: 'system:default/shop' },
        }));
      },
    });

    const { entities } = known(planner.plan(snapshot()), 'requests/redis');

    expect(seen).toEqual([
      ['cache', 'redis', 'Ready', 'dev'],
      ['queue', 'redis', 'Ready', 'dev'],
    ]);
    expect(entities.get(cacheRef)?.spec?.system).toBe('system:default/shop');
  });

  it('adds, changes and leaves out what a Promise brings, the Template too', () => {
    const planner = create({
      promise: ({ promise, entities }) => [
        ...entities
          .filter(({ kind }) => kind !== 'API')
          .map(entity =>
            entity.kind === 'Template'
              ? { ...entity, spec: { ...entity.spec, type: 'service' } }
              : entity,
          ),
        systemNamed(promise.name),
      ],
    });

    const { entities } = known(planner.plan(snapshot()), 'promises');

    expect([...entities.keys()]).toEqual([
      'component:default/redis',
      'template:default/redis',
      'system:default/redis',
      'component:default/vault',
      'template:default/vault',
      'system:default/vault',
    ]);
    expect(entities.get('template:default/redis')?.spec?.type).toBe('service');
    expect(
      entities.get('system:default/redis')?.metadata.annotations,
    ).toMatchObject({
      'backstage.io/managed-by-origin-location': 'kratix:dev/promises/redis',
      'kratix-portal.io/platform': 'dev',
    });
  });

  it('passes on what it says nothing of, and follows the one before it', () => {
    const planner = create(
      { destination: () => [] },
      { request: ({ entities }) => [...entities, systemNamed('one')] },
      { request: ({ entities }) => entities.slice(0, 1) },
    );

    const { entities } = known(planner.plan(snapshot()), 'requests/redis');

    expect(entities.size).toBe(2);
  });

  it.each<[string, KratixEntityTransformer['request']]>([
    [
      'throws',
      () => {
        throw new Error('no such team');
      },
    ],
    ['answers with none', () => 'nothing' as never],
    ['answers later', (async () => []) as never],
    ['answers with something else', () => [{ kind: 'Resource' }] as never],
  ])('costs one object only when it %s', (_, fail) => {
    const planner = create({
      request: input =>
        input.request.name === 'cache' ? fail?.(input) ?? [] : input.entities,
    });

    const slice = known(planner.plan(snapshot()), 'requests/redis');

    expect([...slice.entities.keys()]).toEqual([
      'resource:default/redis.team-a.queue',
    ]);
    expect([...slice.unsayable]).toEqual([cacheRef]);
    expect(slice.problems).toEqual([
      expect.objectContaining({
        code: 'transformer-failed',
        kind: 'Redis',
        namespace: 'team-a',
        name: 'cache',
      }),
    ]);
  });

  it('keeps everything that the object brought before it failed', () => {
    let isBroken = false;
    const planner = create({
      request: ({ request, entities }) => {
        if (isBroken && request.name === 'cache') {
          throw new Error('broken');
        }
        return [...entities, systemNamed(request.name)];
      },
    });
    planner.plan(snapshot());
    isBroken = true;

    const slice = known(planner.plan(snapshot('2')), 'requests/redis');
    const again = known(planner.plan(snapshot('3')), 'requests/redis');

    for (const { unsayable } of [slice, again]) {
      expect([...unsayable].sort()).toEqual([cacheRef, 'system:default/cache']);
    }
  });

  it('is asked again only for what changed', () => {
    let calls = 0;
    const planner = create({
      request: ({ entities }) => {
        calls += 1;
        return entities;
      },
    });
    const first = snapshot();
    planner.plan(first);
    const { requests } = first;
    const items = requests.get('redis');
    planner.plan({
      ...first,
      requests: new Map([
        ...requests,
        [
          'redis',
          synced([
            requestTo(redis, 'cache', { resourceVersion: '2' }),
            ...(items?.state === 'synced' ? items.items.slice(1) : []),
          ]),
        ],
      ]),
    });

    expect(calls).toBe(3);
  });

  it('may not give one reference to two objects: the first one wins, always', () => {
    const planner = create({
      promise: ({ entities }) => [...entities, systemNamed('shared')],
      request: ({ entities }) => [...entities, systemNamed('shared')],
    });

    const plans = [planner.plan(snapshot()), planner.plan(snapshot('2'))];

    for (const plan of plans) {
      expect(
        known(plan, 'promises').entities.get('system:default/shared')?.metadata
          .annotations?.['backstage.io/managed-by-origin-location'],
      ).toBe('kratix:dev/promises/redis');
      expect([...known(plan, 'requests/redis').entities.keys()]).toEqual([
        cacheRef,
        'resource:default/redis.team-a.queue',
      ]);
    }
  });
});
