import type {
  PromiseRevision,
  ResourceBinding,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { buildSnapshot } from './buildSnapshot';
import type { CollectionState } from './CollectionState';
import { describeChange, type ChangedObjects } from './describeChange';
import type { Observed } from './Observed';
import { unknownPlatform, type PlatformState } from './PlatformState';

const nothing: ChangedObjects = {
  promises: [],
  requests: new Map(),
  bindings: [],
  revisions: [],
};

function observed<T>(name: string, value?: T): Observed<T> {
  return {
    key: `team-a/${name}`,
    name,
    namespace: 'team-a',
    resourceVersion: '1',
    parsed: value
      ? { ok: true, value, problems: [] }
      : { ok: false, problem: { code: 'broken', message: 'Broken.' } },
  };
}

function synced<T>(...items: T[]): CollectionState<T> {
  return {
    collection: { state: 'synced', items, confirmedAt: 'now' },
    entries: [],
    problems: [],
  };
}

function withRequests(
  requests: Record<string, CollectionState<ResourceRequest>>,
): PlatformState {
  return { ...unknownPlatform, requests: new Map(Object.entries(requests)) };
}

// Only its address is read here.
const one = { namespace: 'team-a', name: 'one' } as ResourceRequest;
const oneRef = {
  platform: 'dev',
  promise: 'redis',
  namespace: 'team-a',
  name: 'one',
};

describe('buildSnapshot', () => {
  it('is the previous snapshot when nothing changed', () => {
    const state = withRequests({ redis: synced(one) });
    const previous = buildSnapshot('dev', state);

    expect(buildSnapshot('dev', { ...state }, previous)).toBe(previous);
  });

  it('shares what did not change', () => {
    const state = withRequests({ redis: synced(one) });
    const previous = buildSnapshot('dev', state);

    const next = buildSnapshot(
      'dev',
      { ...state, destinations: synced() },
      previous,
    );

    expect(next).not.toBe(previous);
    expect(next.requests).toBe(previous.requests);
    expect(next.problems).toBe(previous.problems);
  });

  it('gathers the problems of every collection', () => {
    const problem = {
      code: 'broken',
      message: 'Broken.',
      platform: 'dev',
      kind: 'Thing',
      name: 'one',
    };

    const { problems } = buildSnapshot('dev', {
      ...withRequests({ redis: { ...synced(one), problems: [problem] } }),
      destinations: { ...synced(), problems: [problem] },
    });

    expect(problems).toEqual([problem, problem]);
  });
});

describe('describeChange', () => {
  const previous = buildSnapshot('dev', withRequests({ redis: synced(one) }));

  it('says nothing of what was only confirmed', () => {
    const confirmed = buildSnapshot(
      'dev',
      withRequests({ redis: synced(one) }),
    );

    expect(describeChange(previous, confirmed, nothing)).toBeUndefined();
  });

  it('names the requests that changed', () => {
    expect(
      describeChange(previous, previous, {
        ...nothing,
        requests: new Map([['redis', [observed('one', one)]]]),
      }),
    ).toMatchObject({
      platform: 'dev',
      promises: [],
      requests: [oneRef],
      isCollectionChanged: false,
    });
  });

  it('names the Promises that changed, those that cannot be understood too', () => {
    expect(
      describeChange(previous, previous, {
        ...nothing,
        promises: [observed('redis')],
      }),
    ).toMatchObject({ promises: [{ platform: 'dev', promise: 'redis' }] });
  });

  it('takes a binding for its request and a revision for its Promise, each once', () => {
    const binding = {
      promiseName: 'redis',
      resourceName: 'one',
      namespace: 'team-a',
    } as ResourceBinding;
    const revision = { promiseName: 'redis' } as PromiseRevision;

    expect(
      describeChange(previous, previous, {
        promises: [],
        requests: new Map([['redis', [observed('one', one)]]]),
        bindings: [observed('one-redis-12345', binding)],
        revisions: [
          observed('redis-a', revision),
          observed('redis-b', revision),
        ],
      }),
    ).toMatchObject({
      promises: [{ platform: 'dev', promise: 'redis' }],
      requests: [oneRef],
    });
  });

  it('names the requests that went with their Promise', () => {
    const without = buildSnapshot('dev', withRequests({}));

    expect(describeChange(previous, without, nothing)).toMatchObject({
      requests: [oneRef],
      isCollectionChanged: true,
    });
  });

  it.each<[string, PlatformState]>([
    ['known', { ...withRequests({ redis: synced(one) }), promises: synced() }],
    [
      'stale',
      withRequests({
        redis: {
          ...synced(one),
          collection: {
            state: 'synced',
            items: [one],
            confirmedAt: 'now',
            problem: { reason: 'forbidden', message: 'No.', since: 'now' },
          },
        },
      }),
    ],
    [
      'new',
      withRequests({
        redis: synced(one),
        kafka: { collection: { state: 'unknown' }, problems: [] },
      }),
    ],
    [
      'different, as namespaces',
      { ...withRequests({ redis: synced(one) }), namespaces: synced() },
    ],
  ])('tells that a collection is %s', (_, state) => {
    expect(
      describeChange(previous, buildSnapshot('dev', state), nothing),
    ).toMatchObject({ requests: [], isCollectionChanged: true });
  });
});
