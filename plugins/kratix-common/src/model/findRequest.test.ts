import type { Collection, PlatformSnapshot } from './snapshot';
import { findRequest } from './findRequest';

const synced = <T>(...items: T[]): Collection<T> => ({
  state: 'synced',
  items,
  confirmedAt: '2026-08-20T10:00:00Z',
});
const redis = { name: 'redis' };
const ref = { promise: 'redis', namespace: 'team-a', name: 'cache' };
const cache = { namespace: 'team-a', name: 'cache' };

const snapshot = (parts: {
  promises?: object;
  requests?: Map<string, unknown>;
}) =>
  ({
    promises: parts.promises ?? synced(redis),
    requests: parts.requests ?? new Map(),
  } as unknown as PlatformSnapshot);

describe('findRequest', () => {
  it('finds it by namespace and name', () => {
    const requests = synced(
      { namespace: 'team-b', name: 'cache' },
      { namespace: 'team-a', name: 'other' },
      cache,
    );

    expect(
      findRequest(snapshot({ requests: new Map([['redis', requests]]) }), ref),
    ).toEqual({ state: 'present', request: cache, collection: requests });
  });

  it('knows that there is none, in a complete list and of no Promise', () => {
    const empty = new Map([['redis', synced()]]);

    expect(findRequest(snapshot({ requests: empty }), ref).state).toBe(
      'absent',
    );
    expect(findRequest(snapshot({ promises: synced() }), ref).state).toBe(
      'absent',
    );
  });

  it('does not take "not known" for "not there"', () => {
    const unknown = { state: 'unknown' };

    expect(findRequest(snapshot({ promises: unknown }), ref)).toMatchObject({
      state: 'unknown',
      missing: 'promises',
    });
    expect(findRequest(snapshot({}), ref)).toMatchObject({
      state: 'unknown',
      missing: 'requests',
    });
    expect(
      findRequest(snapshot({ requests: new Map([['redis', unknown]]) }), ref),
    ).toMatchObject({ state: 'unknown', missing: 'requests' });
  });
});
