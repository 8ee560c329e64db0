import {
  entityAnnotations,
  parseInstalledApi,
  type Collection,
  type InstalledApi,
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
import { EntityPlanner } from './EntityPlanner';
import { areOrphansKnown } from './findOrphans';

const redis = promiseOf(promiseJson('redis'));
const cache = requestTo(redis, 'cache');
const cacheRef = 'resource:default/redis.team-a.cache';
const apis = synced([installed('redis')]);
const left = (parts: Partial<PlatformSnapshot> = {}) =>
  snapshotOf([], { redis: synced([cache]) }, { apis, ...parts });

function planFor(snapshot: PlatformSnapshot, select = 'all' as const) {
  const config = { select, isDestinationsIncluded: false };
  return new EntityPlanner({ platform: dev, config }).plan(snapshot);
}

describe('findOrphans', () => {
  it('keeps what a Promise that is gone has left, and says so of each', () => {
    const slice = planFor(left()).slices.get('requests/redis');

    const entity =
      slice?.state === 'known' ? slice.entities.get(cacheRef) : undefined;
    expect(entity?.metadata).toMatchObject({
      description:
        'Redis in team-a on Development. Its Promise redis no longer exists, so nothing acts on it',
      annotations: { [entityAnnotations.promiseState]: 'gone' },
      tags: ['kratix', 'promise-gone'],
    });
    expect(entity?.spec).not.toHaveProperty('dependsOn');
  });

  it('says nothing of it any more once the Promise is back', () => {
    const planner = new EntityPlanner({
      platform: dev,
      config: { select: 'all', isDestinationsIncluded: false },
    });
    planner.plan(left());

    const slice = planner
      .plan(snapshotOf([redis], { redis: synced([cache]) }, { apis }))
      .slices.get('requests/redis');

    const entity =
      slice?.state === 'known' ? slice.entities.get(cacheRef) : undefined;
    expect(entity?.metadata.tags).toEqual(['kratix']);
    expect(entity?.spec?.dependsOn).toEqual(['component:default/redis']);
  });

  it('does not know them before they were listed', () => {
    const { slices } = planFor(left({}));
    const unlisted = planFor(
      snapshotOf([], { redis: { state: 'unknown' } }, { apis }),
    );

    expect(slices.get('requests/redis')?.state).toBe('known');
    expect(unlisted.slices.get('requests/redis')?.state).toBe('unknown');
  });

  it('takes no Promise that cannot be read now for one that is gone', () => {
    const problem = {
      code: 'x',
      message: 'x',
      platform: 'dev',
      kind: 'Promise',
      name: 'redis',
    };

    const { slices } = planFor(left({ problems: [problem] }));

    expect(slices.get('requests/redis')?.state).toBe('unknown');
  });

  it('keeps a request that cannot be read, also of a Promise that is gone', () => {
    const problem = {
      code: 'x',
      message: 'x',
      platform: 'dev',
      kind: 'Redis',
      namespace: 'team-a',
      name: 'cache',
    };

    const slice = planFor(
      snapshotOf([], { redis: synced([]) }, { apis, problems: [problem] }),
    ).slices.get('requests/redis');

    expect(slice).toMatchObject({ unsayable: new Set([cacheRef]) });
  });

  it('shows none where Promises must be opted in, for nobody is there to do so', () => {
    const config = {
      select: 'labelled',
      isDestinationsIncluded: false,
    } as const;
    const { slices } = new EntityPlanner({ platform: dev, config }).plan(
      left(),
    );

    expect(slices.has('requests/redis')).toBe(false);
  });
});

describe('areOrphansKnown', () => {
  const unknown = (
    reason?: 'forbidden' | 'notInstalled' | 'unreachable',
  ): Collection<InstalledApi> => ({
    state: 'unknown',
    ...(reason && {
      problem: { reason, message: reason, since: '2026-08-20T10:00:00Z' },
    }),
  });

  it.each([
    ['nobody looks', undefined, true],
    ['it was listed', apis, true],
    ['it may not be listed', unknown('forbidden'), true],
    ['it was not listed yet', unknown(), false],
    ['the platform does not answer', unknown('unreachable'), false],
  ])('when %s', (_, given, expected) => {
    expect(areOrphansKnown({ apis: given })).toBe(expected);
  });
});

function installed(promise: string): InstalledApi {
  const { api } = promiseJson(promise).spec;
  const crd = api as { metadata: object };
  const parsed = parseInstalledApi({
    ...crd,
    metadata: {
      ...crd.metadata,
      resourceVersion: '1',
      labels: { 'kratix.io/promise-name': promise },
    },
  });
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}
