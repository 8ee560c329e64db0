import {
  entityAnnotations,
  parseDestination,
  type PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  dev,
  promiseJson,
  promiseOf,
  requestTo,
  snapshotOf,
  synced,
} from '../__testUtils__/platformState';
import { EntityChecker } from '../provider/EntityChecker';
import type { EntityPlan, SliceName } from './EntityPlan';
import { EntityPlanner } from './EntityPlanner';
import { findUnreadable } from './findUnreadable';

const redis = promiseOf(promiseJson('redis'));
const hidden = {
  ...promiseOf(promiseJson('hidden')),
  annotations: { 'kratix-portal.io/hide': 'true' },
};
const vault = promiseOf(promiseJson('vault'));
const config = { select: 'all', isDestinationsIncluded: false } as const;

const create = (
  overrides: Partial<{ select: 'labelled'; isDestinationsIncluded: true }> = {},
) => new EntityPlanner({ platform: dev, config: { ...config, ...overrides } });

const revision = {
  name: 'redis-1.0.0',
  uid: 'redis-1.0.0',
  resourceVersion: '1',
  labels: {},
  annotations: {},
  promiseName: 'redis',
  version: '1.0.0',
  isLatest: true,
};

const connectionProblem = {
  reason: 'unreachable' as const,
  message: 'connect ECONNREFUSED',
  since: '2026-08-20T10:01:00Z',
};

function refsIn(
  plan: EntityPlan,
  name: SliceName,
): string[] | 'unknown' | undefined {
  const slice = plan.slices.get(name);
  return slice?.state === 'known' ? [...slice.entities.keys()] : slice?.state;
}

function entityIn(plan: EntityPlan, name: SliceName, ref: string) {
  const slice = plan.slices.get(name);
  return slice?.state === 'known' ? slice.entities.get(ref) : undefined;
}

describe('EntityPlanner', () => {
  it('makes Component, API and Template of a Promise, and a Resource of a request', () => {
    const plan = create().plan(
      snapshotOf([redis], { redis: synced([requestTo(redis, 'cache')]) }),
    );

    expect(refsIn(plan, 'promises')).toEqual([
      'component:default/redis',
      'api:default/redis',
      'template:default/redis',
    ]);
    expect(refsIn(plan, 'requests/redis')).toEqual([
      'resource:default/redis.team-a.cache',
    ]);
    expect(
      entityIn(plan, 'requests/redis', 'resource:default/redis.team-a.cache')
        ?.metadata.annotations?.[entityAnnotations.phase],
    ).toBe('Ready');
  });

  it('makes a Template that removes where requests are reviewed, and there alone', () => {
    const reviewed: typeof dev = {
      ...dev,
      delivery: {
        mode: 'pull-request',
        repository: {
          ...{ forge: 'gitea', host: 'git.example.org', owner: 'acme' },
          ...{ repo: 'orders', path: '.', branch: 'main' },
        },
      },
    };

    const plan = new EntityPlanner({ platform: reviewed, config }).plan(
      snapshotOf([redis]),
    );

    expect(refsIn(plan, 'removal')).toEqual(['template:default/kratix_remove']);
    expect(
      refsIn(create().plan(snapshotOf([redis])), 'removal'),
    ).toBeUndefined();
  });

  it('makes entities that the catalog accepts', async () => {
    const plan = create({ isDestinationsIncluded: true }).plan(
      snapshotOf(
        [redis],
        { redis: synced([requestTo(redis, 'cache')]) },
        { destinations: synced([destination('worker-1')]) },
      ),
    );

    const checked = await new EntityChecker().check(plan);

    for (const slice of checked.slices.values()) {
      expect(slice).toMatchObject({ state: 'known', problems: [] });
    }
  });

  it('knows nothing while the Promises are unknown', () => {
    const plan = create().plan(
      snapshotOf([], {}, { promises: { state: 'unknown' } }),
    );

    expect([...plan.slices]).toEqual([['promises', { state: 'unknown' }]]);
  });

  it('knows the requests of each Promise by themselves', () => {
    const plan = create().plan(
      snapshotOf([redis, vault], {
        redis: synced([requestTo(redis, 'cache')]),
        vault: { state: 'unknown' },
      }),
    );

    expect(refsIn(plan, 'requests/redis')).toHaveLength(1);
    expect(refsIn(plan, 'requests/vault')).toBe('unknown');
  });

  it('does not know the requests of an API that was not listed, or that is broken', () => {
    const broken = promiseJson('vault');
    broken.spec.api = { kind: 'Nonsense' };
    const plan = create().plan(snapshotOf([redis, promiseOf(broken)]));

    expect(refsIn(plan, 'requests/redis')).toBe('unknown');
    expect(refsIn(plan, 'requests/vault')).toBe('unknown');
    expect(refsIn(plan, 'promises')).toContain('component:default/vault');
  });

  it.each<[string, PlatformSnapshot['revisions'], ReturnType<typeof refsIn>]>([
    [
      'is offered where a version is known',
      synced([revision]),
      ['template:default/kratix_rollout'],
    ],
    ['is not offered where none is', synced([]), undefined],
    [
      'neither comes nor goes while versions are being read',
      { state: 'unknown' },
      'unknown',
    ],
    [
      'is not offered by a Kratix that has no versions',
      {
        state: 'unknown',
        problem: { ...connectionProblem, reason: 'notInstalled' },
      },
      undefined,
    ],
  ])('rolling out %s', (_, revisions, expected) => {
    const plan = create().plan(snapshotOf([redis], {}, { revisions }));

    expect(refsIn(plan, 'rollout')).toEqual(expected);
  });

  it('expects no requests of a Promise without an API', () => {
    const without = promiseJson('base');
    without.spec.api = undefined;
    const plan = create().plan(snapshotOf([promiseOf(without)]));

    expect([...plan.slices.keys()]).toEqual(['promises']);
    expect(refsIn(plan, 'promises')).toEqual(['component:default/base']);
  });

  const lost = { ...synced([]), problem: connectionProblem };

  it.each<[string, Partial<PlatformSnapshot>, SliceName[]]>([
    ['nothing', {}, []],
    [
      'the Promises',
      { promises: { ...synced([redis]), problem: connectionProblem } },
      ['promises', 'requests/redis'],
    ],
    ['Destinations, which are not included', { destinations: lost }, []],
    [
      'namespaces, which say who owns',
      { namespaces: lost },
      ['requests/redis'],
    ],
    ['bindings, which say how far', { bindings: lost }, ['requests/redis']],
    ['revisions, which say how far', { revisions: lost }, ['requests/redis']],
    [
      'namespaces that are still being read',
      { namespaces: { state: 'unknown' } },
      ['requests/redis'],
    ],
    [
      'bindings that this Kratix does not have',
      {
        bindings: {
          state: 'unknown',
          problem: { ...connectionProblem, reason: 'notInstalled' },
        },
      },
      [],
    ],
    [
      'requests of a Promise that is not selected',
      {
        promises: synced([redis, hidden]),
        requests: new Map([
          ['redis', synced([requestTo(redis, 'a')])],
          ['hidden', lost],
        ]),
      },
      [],
    ],
  ])(
    'has slices to doubt when the cluster does not confirm %s',
    (_, parts, expected) => {
      const plan = create().plan(
        snapshotOf([redis], { redis: synced([requestTo(redis, 'a')]) }, parts),
      );

      expect([...plan.stale]).toEqual(expected);
    },
  );

  it('says which collections the cluster does not confirm now', () => {
    const plan = create().plan(
      snapshotOf([redis, vault], {
        redis: {
          ...synced([requestTo(redis, 'cache')]),
          problem: connectionProblem,
        },
        vault: { state: 'unknown', problem: connectionProblem },
      }),
    );

    expect([...plan.stale]).toEqual(['requests/redis']);
    expect(refsIn(plan, 'requests/redis')).toHaveLength(1);
  });

  describe('selection', () => {
    it('leaves out what is not labelled, with its requests', () => {
      const labelled = promiseJson('vault');
      labelled.metadata.labels['kratix.io/portal-backstage'] = 'true';
      const plan = create({ select: 'labelled' }).plan(
        snapshotOf([redis, promiseOf(labelled)], {
          redis: synced([requestTo(redis, 'cache')]),
          vault: synced([]),
        }),
      );

      expect([...plan.slices.keys()]).toEqual(['promises', 'requests/vault']);
      expect(refsIn(plan, 'promises')).toContain('component:default/vault');
      expect(refsIn(plan, 'promises')).not.toContain('component:default/redis');
    });

    it('leaves out requests that opt out, and previews', () => {
      const plan = create().plan(
        snapshotOf([redis], {
          redis: synced([
            requestTo(redis, 'a', {
              labels: { 'kratix.io/backstage': 'false' },
            }),
            requestTo(redis, 'b', { labels: { 'kratix.io/dry-run': 'true' } }),
            requestTo(redis, 'c'),
          ]),
        }),
      );

      expect(refsIn(plan, 'requests/redis')).toEqual([
        'resource:default/redis.team-a.c',
      ]);
    });

    it('has Destinations only when they are asked for', () => {
      const snapshot = snapshotOf(
        [],
        {},
        {
          destinations: synced([destination('worker-1')]),
        },
      );

      expect(create().plan(snapshot).slices.has('destinations')).toBe(false);
      expect(
        refsIn(
          create({ isDestinationsIncluded: true }).plan(snapshot),
          'destinations',
        ),
      ).toHaveLength(1);
    });
  });

  describe('with objects that cannot be read', () => {
    const problem = { platform: 'dev', code: 'x', message: 'X' };

    it('takes a Promise and its requests for there, not gone', () => {
      const plan = create().plan(
        snapshotOf(
          [redis],
          { redis: synced([]) },
          {
            problems: [{ ...problem, kind: 'Promise', name: 'vault' }],
          },
        ),
      );

      expect(plan.slices.get('promises')).toMatchObject({
        unsayable: new Set([
          'component:default/vault',
          'api:default/vault',
          'template:default/vault',
        ]),
      });
      expect(refsIn(plan, 'requests/vault')).toBe('unknown');
    });

    it('looks once at each, however many problems there are', () => {
      const names = Array.from({ length: 5_000 }, (_, n) => `r${n}`);
      let looks = 0;
      const counted = names.map(
        name =>
          new Proxy(requestTo(redis, name), {
            get: (target, key) => {
              looks += key === 'name' ? 1 : 0;
              return Reflect.get(target, key);
            },
          }),
      );
      const problems = names.map(name => ({
        ...problem,
        kind: 'Redis',
        namespace: 'team-a',
        name,
      }));
      const snapshot = snapshotOf([redis], { redis: synced(counted) });

      const { requestEntityRefs } = findUnreadable(
        { ...snapshot, problems },
        dev,
      );

      expect(requestEntityRefs(redis, counted).size).toBe(0);
      expect(looks).toBe(names.length);
    });

    it('takes a request for there, unless it is readable after all', () => {
      const plan = create().plan(
        snapshotOf(
          [redis],
          { redis: synced([requestTo(redis, 'fine')]) },
          {
            problems: ['bad', 'fine'].map(name => ({
              ...problem,
              kind: 'Redis',
              namespace: 'team-a',
              name,
            })),
          },
        ),
      );

      expect(plan.slices.get('requests/redis')).toMatchObject({
        unsayable: new Set(['resource:default/redis.team-a.bad']),
      });
    });
  });

  describe('from one plan to the next', () => {
    const a = requestTo(redis, 'a');
    const b = requestTo(redis, 'b');
    const first = snapshotOf([redis, vault], {
      redis: synced([a, b]),
      vault: synced([requestTo(vault, 'v')]),
    });
    const aRef = 'resource:default/redis.team-a.a';
    const bRef = 'resource:default/redis.team-a.b';

    it('is the same when nothing changed but the time of confirmation', () => {
      const planner = create();
      const before = planner.plan(first);
      const after = planner.plan({
        ...first,
        requests: new Map(
          [...first.requests].map(([name, collection]) => [
            name,
            { ...collection, confirmedAt: '2026-08-20T11:00:00Z' },
          ]),
        ),
      });

      for (const [name, slice] of after.slices) {
        expect(slice).toBe(before.slices.get(name));
      }
    });

    it('changes the entity of the request whose phase changed, and no other', () => {
      const planner = create();
      const before = planner.plan(first);
      const after = planner.plan({
        ...first,
        requests: new Map(first.requests).set(
          'redis',
          synced([
            requestTo(redis, 'a', { phase: 'Running', resourceVersion: '2' }),
            b,
          ]),
        ),
      });

      expect(entityIn(after, 'requests/redis', aRef)).not.toBe(
        entityIn(before, 'requests/redis', aRef),
      );
      expect(entityIn(after, 'requests/redis', bRef)).toBe(
        entityIn(before, 'requests/redis', bRef),
      );
      expect(after.slices.get('requests/vault')).toBe(
        before.slices.get('requests/vault'),
      );
    });

    it('is the same when a request changed in a way that the catalog does not show', () => {
      const planner = create();
      const before = planner.plan(first);
      const after = planner.plan({
        ...first,
        requests: new Map(first.requests).set(
          'redis',
          synced([requestTo(redis, 'a', { resourceVersion: '2' }), b]),
        ),
      });

      expect(after.slices.get('requests/redis')).toBe(
        before.slices.get('requests/redis'),
      );
    });
  });
});

function destination(name: string) {
  const parsed = parseDestination({
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Destination',
    metadata: { name, uid: name, resourceVersion: '1' },
    spec: {
      path: name,
      stateStoreRef: { kind: 'GitStateStore', name: 'store' },
    },
  });
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}
