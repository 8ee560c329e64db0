import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  kratixOperationPaths,
  kratixPromiseReadPermission,
  kratixRequestReadPermission,
  promotionBranch,
  pullRequestsPath,
  requestOperationsResponseSchema,
  reviewsResponseSchema,
  type Platform,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestOperations } from '@kratix-portal/backstage-plugin-kratix-node';
import request from 'supertest';
import { mockCredentials } from '@backstage/backend-test-utils';
import {
  platformNamed,
  redisPromise,
  redisRequest,
  synced,
} from '../__testUtils__/redis';
import {
  allow,
  deny,
  startKratixBackend,
  type Decisions,
} from '../__testUtils__/startKratixBackend';
import {
  createKratixRequestConditionalDecision,
  kratixRequestConditions,
} from '../index';

const branchOf = (namespace: string, name: string, rest: string) =>
  `kratix/dev/${namespace}/redis.marketplace.kratix.io/${name}/${rest}`;

/** As Gitea lists them (1.24 swagger, `repoListPullRequests`). */
const pull = (number: number, head: string, base = 'main') => ({
  number,
  title: `Number ${number}`,
  html_url: `https://git.example.org/acme/orders/pulls/${number}`,
  created_at: '2026-01-02T03:04:05Z',
  user: { login: 'portal' },
  head: { ref: head },
  base: { ref: base },
});

const listed = [
  pull(4, branchOf('team-a', 'sessions', 'create-0123456789')),
  pull(3, branchOf('team-b', 'old', 'delete-0123456789')),
  pull(2, 'renovate/redis-8'),
  pull(1, branchOf('team-a', 'cache', 'change-0123456789'), 'release'),
];

describe('GET /pull-requests', () => {
  const servers: Server[] = [];

  afterEach(async () => {
    await Promise.all(
      servers.splice(0).map(server => {
        server.closeAllConnections();
        return new Promise(resolve => server.close(resolve));
      }),
    );
  });

  /** A portal whose orders are reviewed on a Gitea that answers like this. */
  async function start(
    answer: RequestListener,
    options: {
      decisions?: Decisions;
      isUnknown?: boolean;
      /** Name of the repository that promotions are reviewed in. */
      promotions?: string;
      isDirect?: boolean;
    } = {},
  ) {
    const asked: string[] = [];
    const forge = createServer((req, res) => {
      asked.push(`${req.method} ${req.url}`);
      answer(req, res);
    });
    servers.push(forge);
    await new Promise<void>(resolve => {
      forge.listen(0, '127.0.0.1', resolve);
    });
    const host = `localhost:${(forge.address() as AddressInfo).port}`;
    const repository = {
      host,
      owner: 'acme',
      repo: 'orders',
      branch: 'main',
      path: 'live',
      forge: 'gitea',
    } as const;
    const dev: Platform = {
      ...platformNamed('dev'),
      delivery: options.isDirect
        ? { mode: 'apply' }
        : { mode: 'pull-request', repository },
      promotion: options.promotions
        ? {
            mode: 'pull-request',
            repository: { ...repository, repo: options.promotions },
          }
        : undefined,
    };
    const backend = await startKratixBackend({
      platforms: [dev, 'direct'],
      decisions: options.decisions,
      config: {
        integrations: {
          gitea: [{ host, baseUrl: `http://${host}`, password: 'secret' }],
        },
      },
    });
    if (!options.isUnknown) {
      backend.kratix.change('dev', {
        promises: synced([redisPromise()]),
        requests: new Map([['redis', synced([redisRequest('team-b', 'old')])]]),
      });
    }
    return { ...backend, asked, forge };
  }

  const lists =
    (items: readonly unknown[]): RequestListener =>
    (_, res) => {
      res.setHeader('content-type', 'application/json');
      res.end(JSON.stringify(items));
    };

  it('tells what waits, and leaves out what is not of the portal or not for this branch', async () => {
    const { get } = await start(lists(listed));

    const { status, body } = await get(pullRequestsPath({ platform: 'dev' }));

    expect(status).toBe(200);
    expect(reviewsResponseSchema.parse(body)).toMatchObject({
      delivery: 'pull-request',
      repository: { owner: 'acme', repo: 'orders' },
      isComplete: true,
    });
    expect(body.pullRequests).toEqual([
      {
        url: 'https://git.example.org/acme/orders/pulls/4',
        title: 'Number 4',
        number: 4,
        operation: 'create',
        namespace: 'team-a',
        name: 'sessions',
        author: 'portal',
        openedAt: '2026-01-02T03:04:05Z',
      },
      expect.objectContaining({ number: 3, operation: 'delete', name: 'old' }),
    ]);
  });

  it.each([
    [{ promise: 'redis', namespace: 'team-b', name: 'old' }, [3]],
    [{ promise: 'redis', namespace: 'team-b', name: 'other' }, []],
    [{ promise: 'redis', namespace: 'team-a' }, [4]],
    [{ promise: 'kafka' }, []],
  ])('tells what is asked for: %j', async (filter, numbers) => {
    const { get } = await start(lists(listed));

    const { body } = await get(
      pullRequestsPath({ platform: 'dev', ...filter }),
    );

    expect(
      body.pullRequests.map((one: { number: number }) => one.number),
    ).toEqual(numbers);
  });

  it('asks the forge once for many pages', async () => {
    const { get, asked } = await start(lists(listed));

    await Promise.all([
      get(pullRequestsPath({ platform: 'dev' })),
      get(pullRequestsPath({ platform: 'dev', promise: 'redis' })),
    ]);
    await get(pullRequestsPath({ platform: 'dev' }));

    expect(asked).toEqual([
      'GET /api/v1/repos/acme/orders/pulls?state=open&sort=recentupdate&limit=50',
    ]);
  });

  it('asks no forge for a platform that is written to directly', async () => {
    const { get, asked } = await start(lists(listed));

    const { body } = await get(pullRequestsPath({ platform: 'direct' }));

    expect(body).toEqual({
      delivery: 'direct',
      pullRequests: [],
      promotions: [],
      isComplete: true,
    });
    expect(asked).toEqual([]);
  });

  it('asks nothing for who may read no requests', async () => {
    const { get, asked } = await start(lists(listed), {
      decisions: { rest: allow, [kratixRequestReadPermission.name]: deny },
    });

    const { status } = await get(pullRequestsPath({ platform: 'dev' }));

    expect(status).toBe(403);
    expect(asked).toEqual([]);
  });

  it('judges by its namespace what is not on the platform yet', async () => {
    const { get } = await start(lists(listed), {
      decisions: {
        rest: allow,
        [kratixRequestReadPermission.name]: {
          ...createKratixRequestConditionalDecision(
            kratixRequestReadPermission,
            kratixRequestConditions.inNamespace({ namespaces: ['team-a'] }),
          ),
          result: AuthorizeResult.CONDITIONAL,
        },
      },
    });

    const { body } = await get(pullRequestsPath({ platform: 'dev' }));

    expect(body.pullRequests.map((one: { name: string }) => one.name)).toEqual([
      'sessions',
    ]);
  });

  it.each([
    ['is ill', 500],
    ['does not take our credentials', 401],
    ['forbids us', 403],
    ['does not know the repository', 404],
  ])('takes a forge for silent, not for empty, that %s', async (_, code) => {
    const { get } = await start((_req, res) => {
      res.statusCode = code;
      res.end(JSON.stringify({ message: 'no, not with token abc' }));
    });

    const { status, body } = await get(pullRequestsPath({ platform: 'dev' }));

    expect(status).toBe(503);
    expect(JSON.stringify(body)).not.toContain('secret');
  });

  it('takes what is no list for no answer', async () => {
    const { get } = await start((_req, res) => res.end('<html>log in</html>'));

    const { status } = await get(pullRequestsPath({ platform: 'dev' }));

    expect(status).toBe(503);
  });

  describe('of promotions', () => {
    const promotions = [
      pull(6, promotionBranch('dev', 'redis', 'task')),
      pull(5, promotionBranch('dev', 'kafka', 'task')),
      pull(4, promotionBranch('other', 'redis', 'task')),
      ...listed,
    ];
    const numbersOf = (body: { promotions: { number: number }[] }) =>
      body.promotions.map(({ number }) => number);

    it('tells which Promises are to come, beside the orders', async () => {
      const { get, asked } = await start(lists(promotions), {
        promotions: 'orders',
      });

      const { body } = await get(pullRequestsPath({ platform: 'dev' }));

      expect(reviewsResponseSchema.parse(body).promotions).toEqual([
        expect.objectContaining({ number: 6, promise: 'redis' }),
        expect.objectContaining({ number: 5, promise: 'kafka' }),
      ]);
      expect(body.pullRequests).toHaveLength(2);
      // One repository for both: it is asked once.
      expect(asked).toHaveLength(1);
    });

    it('tells of the orders while the forge of promotions is ill', async () => {
      const { get } = await start(
        (req, res) => {
          if (req.url?.includes('/platform/')) {
            res.statusCode = 500;
            res.end('{}');
            return;
          }
          lists(listed)(req, res);
        },
        { promotions: 'platform' },
      );

      const { status, body } = await get(pullRequestsPath({ platform: 'dev' }));

      expect(status).toBe(200);
      const answer = reviewsResponseSchema.parse(body);
      expect(answer.pullRequests).toHaveLength(2);
      expect(answer).toMatchObject({ promotions: [], isComplete: false });
      expect(answer.promotionProblem).toBeTruthy();
    });

    it('tells of one Promise, also where orders are not reviewed', async () => {
      const { get, asked } = await start(lists(promotions), {
        ...{ promotions: 'platform', isDirect: true },
      });

      const { body } = await get(
        pullRequestsPath({ platform: 'dev', promise: 'redis' }),
      );

      expect(numbersOf(body)).toEqual([6]);
      expect(body).toMatchObject({
        delivery: 'direct',
        pullRequests: [],
        promotionRepository: { owner: 'acme', repo: 'platform' },
      });
      expect(asked).toEqual([
        expect.stringContaining('/repos/acme/platform/pulls'),
      ]);
    });

    it('tells nothing of them on the page of a request', async () => {
      const { get } = await start(lists(promotions), {
        ...{ promotions: 'platform', isDirect: true },
      });

      const { body } = await get(
        pullRequestsPath({
          ...{ platform: 'dev', promise: 'redis' },
          ...{ namespace: 'team-b', name: 'old' },
        }),
      );

      expect(numbersOf(body)).toEqual([]);
      expect(body).not.toHaveProperty('promotionRepository');
    });

    it('tells nothing of them to who may read no Promises', async () => {
      const { get, asked } = await start(lists(promotions), {
        ...{ promotions: 'platform', isDirect: true },
        decisions: { rest: allow, [kratixPromiseReadPermission.name]: deny },
      });

      const { status, body } = await get(pullRequestsPath({ platform: 'dev' }));

      expect(status).toBe(200);
      expect(numbersOf(body)).toEqual([]);
      expect(asked).toEqual([]);
    });
  });

  it('says nothing before it knows whose APIs the branches name', async () => {
    const { get } = await start(lists(listed), { isUnknown: true });

    const { status } = await get(pullRequestsPath({ platform: 'dev' }));

    expect(status).toBe(503);
  });

  it('leads removals to their form, and refuses those past the repository', async () => {
    const { get, kratix, server } = await start(lists([]));
    kratix.setDelivery(() => ({
      works: [],
      workPlacements: [],
      isComplete: true,
    }));
    const remove = jest.fn(async () => undefined);
    kratix.setOperations({
      delete: remove as RequestOperations['delete'],
    } as RequestOperations);
    const ref = {
      ...{ platform: 'dev', promise: 'redis' },
      ...{ namespace: 'team-b', name: 'old' },
    };

    const operations = await get(kratixOperationPaths.operations(ref));
    const { uid, removal } = requestOperationsResponseSchema.parse(
      operations.body,
    );
    const removed = await request(server)
      .delete(`/api/kratix${kratixOperationPaths.delete(ref, uid)}`)
      .set('authorization', mockCredentials.user.header());

    expect(removal).toEqual({
      template: 'template:dev/kratix_remove',
      formData: { promise: 'redis', namespace: 'team-b', name: 'old' },
    });
    expect(removed.status).toBe(409);
    expect(removed.body.error.message).toContain(
      'takes removals by pull request',
    );
    expect(remove).not.toHaveBeenCalled();
  });
});
