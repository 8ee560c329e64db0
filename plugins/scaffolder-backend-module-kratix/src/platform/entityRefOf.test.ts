import type {
  Platform,
  PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { entityRefOf } from './entityRefOf';

const platform: Platform = {
  ...{ name: 'dev', title: 'Development', identity: 'impersonate' },
  ...{ delivery: { mode: 'apply' }, namespaces: [], isSandbox: false },
  ...{ catalogNamespace: 'default', defaultOwner: 'group:default/platform' },
};
const ref = {
  ...{ platform: 'dev', promise: 'redis', namespace: 'team-a', name: 'cache' },
};

const confirmedAt = '2026-11-21T10:00:00Z';

/** A platform on which a Promise, that is gone, has left its API. */
const snapshot: PlatformSnapshot = {
  platform: 'dev',
  promises: { state: 'synced', items: [], confirmedAt },
  apis: {
    state: 'synced',
    items: [
      {
        ...{ promiseName: 'redis', kind: 'Redis', resourceVersion: '1' },
        ...{ crdName: 'rediss.example.com', group: 'example.com' },
        ...{ version: 'v1', plural: 'rediss', storedVersions: [] },
      },
    ],
    confirmedAt,
  },
  requests: new Map(),
  bindings: { state: 'unknown' },
  revisions: { state: 'unknown' },
  destinations: { state: 'unknown' },
  gitStateStores: { state: 'unknown' },
  bucketStateStores: { state: 'unknown' },
  namespaces: { state: 'unknown' },
  problems: [],
};

describe('entityRefOf', () => {
  it.each([
    [undefined, 'resource:default/redis.team-a.cache'],
    ['ske' as const, 'component:default/cache-redis'],
  ])('with naming %s is %s', (naming, expected) => {
    const kratix = { snapshot: () => snapshot };

    expect(
      entityRefOf(kratix, { platform: { ...platform, naming }, ref }),
    ).toBe(expected);
  });
});
