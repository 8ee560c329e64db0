import {
  parseInstalledApi,
  type Platform,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  dev,
  promiseJson,
  promiseOf,
  requestTo,
  snapshotOf,
  synced,
} from '../../__testUtils__/platformState';
import { EntityChecker } from '../../provider/EntityChecker';
import { readKeptNames } from './readKeptNames';
import { EntityPlanner } from '../EntityPlanner';
import type { EntityPlan, KnownSlice, SliceName } from '../EntityPlan';

const ske: Platform = { ...dev, naming: 'ske' };
const redis = promiseOf(promiseJson('redis'));
const vault = promiseOf(promiseJson('vault'));
const cache = aged(requestTo(redis, 'cache'), 'team-a', 1);

function aged(request: ResourceRequest, namespace: string, day: number) {
  return { ...request, namespace, createdAt: `2026-11-0${day}T10:00:00Z` };
}

const create = () =>
  new EntityPlanner({
    platform: ske,
    config: { select: 'all', isDestinationsIncluded: false },
  });

function sliceOf(plan: EntityPlan, name: SliceName): KnownSlice {
  const slice = plan.slices.get(name);
  if (slice?.state !== 'known') {
    throw new Error(`${name} is not known`);
  }
  return slice;
}

const refsOf = (plan: EntityPlan, name: SliceName) => [
  ...sliceOf(plan, name).entities.keys(),
];

const withRedis = (
  requests: readonly ResourceRequest[],
  parts: Partial<PlatformSnapshot> = {},
) => snapshotOf([redis], { redis: synced(requests) }, parts);

describe('naming: ske', () => {
  it('makes entities that the catalog takes, which point to each other', async () => {
    const parent = aged(requestTo(vault, 'safe'), 'team-a', 1);
    const child = {
      ...cache,
      labels: {
        'kratix.io/component-of-promise-name': 'vault',
        'kratix.io/component-of-resource-name': 'safe',
        'kratix.io/component-of-resource-namespace': 'team-a',
      },
    };
    const plan = create().plan(
      snapshotOf([redis, vault], {
        redis: synced([child]),
        vault: synced([parent]),
      }),
    );

    expect(await new EntityChecker().check(plan)).toEqual(plan);
    expect(refsOf(plan, 'promises')).toEqual([
      'component:default/redis-promise',
      'api:default/redis',
      'template:default/redis-promise-template',
      'component:default/vault-promise',
      'api:default/vault',
      'template:default/vault-promise-template',
    ]);
    const { entities } = sliceOf(plan, 'requests/redis');
    expect(entities.get('component:default/cache-redis')).toMatchObject({
      kind: 'Component',
      spec: {
        type: 'kratix-resource',
        lifecycle: 'production',
        dependsOn: ['component:default/redis-promise'],
        dependencyOf: ['component:default/safe-vault'],
      },
    });
    expect(
      sliceOf(plan, 'promises').entities.get('component:default/redis-promise')
        ?.metadata.annotations?.['kratix.io/backstage-promise-template'],
    ).toBe('template:default/redis-promise-template');
  });

  it('leaves the name to the older of two requests, and says so of the other', () => {
    const plan = create().plan(withRedis([aged(cache, 'team-b', 2), cache]));

    const { entities, problems } = sliceOf(plan, 'requests/redis');
    const namespaces = [...entities].map(([ref, { metadata }]) => [
      ref,
      metadata.annotations?.['kratix.io/namespace'],
    ]);
    expect(Object.fromEntries(namespaces)).toEqual({
      'component:default/cache-redis': 'team-a',
      'component:default/redis.team-b.cache': 'team-b',
    });
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'name-taken',
        namespace: 'team-b',
        name: 'cache',
        message: expect.stringContaining('not named cache-redis'),
      }),
    ]);
    expect(JSON.stringify(problems)).not.toContain('team-a');
  });

  it('says of a Promise that another of its kind has the name', () => {
    const other = { ...vault, api: redis.api, name: 'redis-two' };
    const plan = create().plan(snapshotOf([redis, other]));

    expect(refsOf(plan, 'promises')).toContain('component:default/redis-two');
    expect(sliceOf(plan, 'promises').problems).toEqual([
      expect.objectContaining({ code: 'name-taken', name: 'redis-two' }),
    ]);
  });

  it('plans the same, change after change, as anew', () => {
    const planner = create();
    const younger = aged(cache, 'team-b', 2);
    const oldest = aged(cache, 'team-c', 0);
    const steps = [
      [cache],
      [cache, younger],
      [younger],
      [younger, cache, oldest],
      [],
      [younger, oldest],
    ].map(requests => withRedis(requests));

    for (const snapshot of [
      ...steps,
      snapshotOf([vault, redis], { redis: synced([cache]) }),
    ]) {
      expect(planner.plan(snapshot)).toEqual(create().plan(snapshot));
    }
  });

  // Once, of ten thousand requests all were made again when one changed; now what may be named otherwise is.
  it('plans the same as anew, whatever comes and goes', () => {
    const roll = dice(11);
    const planner = create();
    const lists: Record<'redis' | 'vault', readonly ResourceRequest[]> = {
      redis: [],
      vault: [],
    };
    for (let step = 0; step < 80; step += 1) {
      const promise = roll(10) < 7 ? redis : vault;
      const name = promise === redis ? 'redis' : 'vault';
      const made = aged(
        requestTo(promise, `r${roll(3)}`, {
          resourceVersion: `${step}`,
          labels: labelsOf(roll),
        }),
        `team-${roll(3)}`,
        1 + roll(9),
      );
      const others = lists[name].filter(
        other => other.namespace !== made.namespace || other.name !== made.name,
      );
      lists[name] = roll(10) < 4 ? others : [...others, made];
      const snapshot = snapshotOf(roll(10) < 9 ? [redis, vault] : [vault], {
        redis: synced(lists.redis),
        vault: synced(lists.vault),
      });

      expect(planner.plan(snapshot)).toEqual(create().plan(snapshot));
    }
  });

  it('keeps what did not change the very same entity', () => {
    const planner = create();
    const ref = 'component:default/cache-redis';
    const first = sliceOf(planner.plan(withRedis([cache])), 'requests/redis');

    const then = sliceOf(
      planner.plan(withRedis([cache, aged(cache, 'team-b', 2)])),
      'requests/redis',
    );

    expect(then.entities.get(ref)).toBe(first.entities.get(ref));
  });

  it('protects the entities of what cannot be read now', () => {
    const problem = {
      ...{ platform: 'dev', name: 'redis', kind: 'Promise' },
      ...{ code: 'invalid', message: 'cannot be read' },
    };
    const crd = promiseJson('redis').spec.api as { metadata: object };
    const parsed = parseInstalledApi({
      ...crd,
      metadata: {
        ...crd.metadata,
        resourceVersion: '1',
        labels: { 'kratix.io/promise-name': 'redis' },
      },
    });
    if (!parsed.ok) {
      throw new Error(parsed.problem.message);
    }
    const snapshot = snapshotOf(
      [],
      {},
      { problems: [problem], apis: synced([parsed.value]) },
    );
    const planner = create();

    // It may have been called otherwise: only the catalog knows.
    expect(planner.plan(snapshot).slices.get('promises')).toEqual({
      state: 'unknown',
    });
    planner.acceptNames(new Map());
    const plan = planner.plan(snapshot);

    expect([...sliceOf(plan, 'promises').unsayable]).toEqual([
      'component:default/redis-promise',
      'api:default/redis',
      'template:default/redis-promise-template',
    ]);
  });

  describe('while a Promise that was given a name cannot be read', () => {
    const asking = (promise: typeof redis, createdAt: string) => ({
      ...promise,
      createdAt,
      annotations: { 'ske.backstage.component/name': 'payments' },
    });
    const holder = asking(redis, '2026-11-01T10:00:00Z');
    const other = asking(vault, '2026-11-02T10:00:00Z');
    const before = snapshotOf([holder, other], { redis: synced([cache]) });
    const during = snapshotOf(
      [other],
      {},
      {
        problems: [
          {
            ...{ platform: 'dev', name: 'redis', kind: 'Promise' },
            ...{ code: 'unreadable-object', message: 'cannot be read' },
          },
        ],
      },
    );

    function expectKept(plan: EntityPlan): void {
      expect([...sliceOf(plan, 'promises').unsayable]).toEqual([
        'component:default/payments',
        'api:default/redis',
        'template:default/redis-promise-template',
      ]);
      expect(refsOf(plan, 'promises')).toEqual([
        'component:default/vault-promise',
        'api:default/vault',
        'template:default/vault-promise-template',
      ]);
    }

    it('keeps it, and no other Promise gets it', () => {
      const planner = create();
      planner.plan(before);

      expectKept(planner.plan(during));
      expectKept(planner.plan({ ...during }));
      expect(planner.plan(before)).toEqual(create().plan(before));
    });

    it('keeps it after a restart too, by what the catalog holds', () => {
      const first = create().plan(before);
      const planner = create();
      expect(planner.plan(during).slices.get('promises')).toEqual({
        state: 'unknown',
      });

      planner.acceptNames(
        readKeptNames([...sliceOf(first, 'promises').entities.values()]),
      );

      expectKept(planner.plan(during));
    });

    it('gives it to the other once the Promise is gone', () => {
      const planner = create();
      planner.plan(before);
      planner.plan(during);

      const gone = planner.plan(snapshotOf([other]));

      expect(refsOf(gone, 'promises')).toContain('component:default/payments');
    });
  });

  it('says nothing before it is known which APIs are installed', () => {
    const plan = create().plan(
      withRedis([cache], { apis: { state: 'unknown' } }),
    );

    expect(plan.slices.get('promises')).toEqual({ state: 'unknown' });
  });
});

/** Of half of them none; of a part of another request, or of a preview. */
function labelsOf(roll: (sides: number) => number): Record<string, string> {
  switch (roll(4)) {
    case 0:
      return {
        'kratix.io/component-of-promise-name': roll(2) ? 'redis' : 'vault',
        'kratix.io/component-of-resource-name': `r${roll(3)}`,
      };
    case 1:
      return { 'kratix.io/dry-run': 'true' };
    default:
      return {};
  }
}

/** The same numbers each time, from 0 on. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return sides => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}
