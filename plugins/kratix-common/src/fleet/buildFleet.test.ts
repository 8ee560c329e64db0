import { redisPromise } from '../__fixtures__/redisPromise';
import type { Json } from '../__fixtures__/json';
import { comparePromises } from '../impact';
import { parsePromise } from '../kubernetes';
import type { Collection, KratixPromise, PlatformSnapshot } from '../model';
import { buildFleet } from './buildFleet';

const TIME = '2026-08-20T10:00:00Z';

describe('buildFleet', () => {
  it.each<[string, (promise: Json) => void, string[]]>([
    ['nothing', () => {}, []],
    [
      'a version that is behind',
      promise => setVersion(promise, 'v0.1.9'),
      ['behind'],
    ],
    [
      'a version that is ahead',
      promise => setVersion(promise, 'v0.10.0'),
      ['ahead'],
    ],
    [
      'a version that has no order',
      promise => setVersion(promise, 'summer'),
      ['otherVersion'],
    ],
    ['no version', promise => setVersion(promise, undefined), ['otherVersion']],
    [
      'other content under the same version',
      promise => {
        promise.spec.workflows.resource.configure[0].spec.containers[0].image =
          'other';
      },
      ['sameVersionOtherContent', 'images'],
    ],
    [
      'other words, which are no drift',
      promise => {
        const [version] = promise.spec.api.spec.versions;
        version.schema.openAPIV3Schema.description = 'Another text';
      },
      [],
    ],
  ])('marks %s', (_title, change, expected) => {
    const [row] = fleet(known('dev', redis()), known('prod', redis(change)));

    expect(row).toMatchObject({
      reference: 'dev',
      cells: [
        { platform: 'dev', state: 'present', marks: [] },
        { platform: 'prod', state: 'present', marks: expected },
      ],
    });
  });

  it('tells missing from not known', () => {
    const [row] = fleet(
      { ...known('new'), promises: { state: 'unknown' } },
      known('dev', redis()),
      known('prod'),
    );

    expect(row).toMatchObject({
      reference: 'dev',
      cells: [
        { platform: 'new', state: 'unknown', marks: [] },
        { platform: 'dev', marks: [] },
        { platform: 'prod', state: 'missing', marks: ['missing'] },
      ],
    });
  });

  it('compares with the platform that is asked for, where it has the Promise', () => {
    const [row] = buildFleet(
      [
        known(
          'dev',
          redis(promise => setVersion(promise, 'v0.3.0')),
        ),
        known('prod', redis()),
      ],
      { reference: 'prod', compare: comparePromises },
    );

    expect(row?.reference).toBe('prod');
    expect(row?.cells.map(({ marks }) => marks)).toEqual([['ahead'], []]);
  });
});

function fleet(...snapshots: PlatformSnapshot[]) {
  return buildFleet(snapshots, { compare: comparePromises });
}

function setVersion(promise: Json, version: string | undefined) {
  promise.metadata.labels = version
    ? { 'kratix.io/promise-version': version }
    : {};
}

function redis(change: (promise: Json) => void = () => {}): KratixPromise {
  const promise = redisPromise();
  change(promise);
  const parsed = parsePromise(promise);
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}

function known(
  platform: string,
  ...promises: KratixPromise[]
): PlatformSnapshot {
  return {
    platform,
    promises: synced(promises),
    requests: new Map(),
    bindings: synced([]),
    revisions: synced([]),
    destinations: synced([]),
    gitStateStores: synced([]),
    bucketStateStores: synced([]),
    namespaces: synced([]),
    problems: [],
  };
}

function synced<T>(items: readonly T[]): Collection<T> {
  return { state: 'synced', items, confirmedAt: TIME };
}
