import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  parsePromise,
  parseResourceRequest,
  type KratixPromise,
  type NamespaceInfo,
  type Parsed,
  type Platform,
  type PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { redisPromise } from '../__testUtils__/redisPromise';
import { judgeReadableRequests } from './judgeReadableRequests';

const platform: Platform = {
  name: 'prod',
  title: 'Production',
  identity: 'service-account',
  delivery: { mode: 'apply' },
  namespaces: [],
  catalogNamespace: 'prod',
  defaultOwner: 'group:default/platform',
  isSandbox: false,
};

const promise = valueOf(
  parsePromise({
    ...redisPromise(),
    metadata: { name: 'redis', uid: 'p', resourceVersion: '1' },
  }),
);

describe('judgeReadableRequests', () => {
  // A Promise with ten thousand requests held up every other answer of the backend while one was promoted.
  it('lets others have their turn', async () => {
    let turns = 0;
    let next: NodeJS.Immediate | undefined;
    const takeTurn = () => {
      turns += 1;
      next = setImmediate(takeTurn);
    };
    takeTurn();

    const judged = await judge(
      Array.from({ length: 350 }, (_, index) => ({ name: `cache-${index}` })),
    );
    clearImmediate(next);

    expect(judged).toHaveLength(350);
    expect(turns).toBeGreaterThan(3);
  });

  // The pull request named nobody where the page of the fleet named an owner.
  it.each([
    ['its own', { 'kratix-portal.io/owner': 'team-a' }, 'group:default/team-a'],
    ['who asked', { 'kratix.io/requested-by': 'ana' }, 'user:default/ana'],
    ['that of its namespace', {}, 'group:default/ops'],
  ])(
    'names the owner that its entity has: %s',
    async (_, annotations, owner) => {
      expect(await judge([{ name: 'cache', annotations }])).toMatchObject([
        { name: 'cache', owner },
      ]);
    },
  );
});

async function judge(
  requests: readonly {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
  }[],
) {
  const snapshot = {
    promises: synced([promise]),
    namespaces: synced([
      {
        name: 'team-a',
        annotations: { 'kratix-portal.io/owner': 'group:default/ops' },
      } as unknown as NamespaceInfo,
    ]),
    requests: new Map([['redis', synced(requests.map(toRequest))]]),
  } as Partial<PlatformSnapshot> as PlatformSnapshot;
  return judgeReadableRequests(
    { before: promise, after: promise, platform },
    {
      logger: mockServices.logger.mock(),
      getInitiatorCredentials: async () => mockCredentials.user(),
    },
    {
      permissions: mockServices.permissions({ result: AuthorizeResult.ALLOW }),
      kratix: {
        snapshot: () => snapshot,
        onChange: () => ({ unsubscribe: () => undefined }),
      },
    },
  );
}

function toRequest(metadata: { readonly name: string }) {
  return valueOf(
    parseResourceRequest(
      {
        apiVersion: 'example.com/v1',
        kind: 'Redis',
        metadata: {
          ...{ namespace: 'team-a', uid: metadata.name, resourceVersion: '1' },
          ...metadata,
        },
        spec: { size: 'small' },
      },
      { promiseName: 'redis', api: apiOf(promise) },
    ),
  );
}

function apiOf({ api }: KratixPromise) {
  if (!api) {
    throw new Error('It has no API');
  }
  return api;
}

function synced<T>(items: readonly T[]) {
  return {
    state: 'synced',
    items,
    confirmedAt: '2026-01-01T00:00:00Z',
  } as const;
}

function valueOf<T>(parsed: Parsed<T>): T {
  if (!parsed.ok) {
    throw new Error(parsed.problem.message);
  }
  return parsed.value;
}
