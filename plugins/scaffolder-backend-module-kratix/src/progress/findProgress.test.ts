import type {
  PlatformSnapshot,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { findProgress } from './findProgress';

const ref = {
  platform: 'dev',
  promise: 'redis',
  namespace: 'team-a',
  name: 'cache',
};
const request = {
  ...ref,
  promiseName: 'redis',
  uid: 'one',
  generation: 1,
  labels: {},
  annotations: {},
  status: { isReported: false, conditions: [], outputs: {} },
} as unknown as ResourceRequest;

function snapshotOf(...requests: ResourceRequest[]): PlatformSnapshot {
  const synced = (items: readonly unknown[]) => ({
    state: 'synced',
    items,
    confirmedAt: '2026-08-20T10:00:00Z',
  });
  const unknown = { state: 'unknown' };
  return {
    platform: 'dev',
    promises: synced([]),
    requests: new Map([['redis', synced(requests)]]),
    bindings: unknown,
    revisions: unknown,
    destinations: unknown,
    gitStateStores: unknown,
    bucketStateStores: unknown,
    namespaces: unknown,
    problems: [],
  } as unknown as PlatformSnapshot;
}

describe('findProgress', () => {
  it.each<[string, { uid?: string; generation?: number }, string]>([
    ['the state before a change', { uid: 'one', generation: 2 }, 'older'],
    ['another object of the same name', { uid: 'two' }, 'absent'],
  ])('does not take %s for what is waited for', (_, awaited, expected) => {
    expect(findProgress(snapshotOf(request), { ...ref, ...awaited })).toBe(
      expected,
    );
  });

  it.each([{}, { uid: 'one' }, { uid: 'one', generation: 1 }])(
    'finds it by %j',
    awaited => {
      expect(
        findProgress(snapshotOf(request), { ...ref, ...awaited }),
      ).toHaveProperty('report');
    },
  );

  it('knows when it is not there', () => {
    expect(findProgress(snapshotOf(), ref)).toBe('absent');
  });
});
