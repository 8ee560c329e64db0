import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  actionsRegistryServiceFactory,
  actionsServiceFactory,
} from '@backstage/backend-defaults/alpha';
import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import { permissionsRegistryServiceFactory } from '@backstage/backend-defaults/permissionsRegistry';
import {
  createServiceFactory,
  type PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  type DefinitivePolicyDecision,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import {
  kratixPaths,
  kratixRequestReadPermission,
  namespacesResponseSchema,
  parseWork,
  platformsResponseSchema,
  promiseResponseSchema,
  requestResponseSchema,
  signalTopic,
  toEnglish,
  toRequestResourceRef,
  wordingSchema,
  type Collection,
  type KratixPromise,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixServiceRef } from '@kratix-portal/backstage-plugin-kratix-node';
import request from 'supertest';
import { InMemoryKratix } from './__testUtils__/InMemoryKratix';
import {
  platformNamed,
  redisPromise,
  redisRequest,
  synced,
} from './__testUtils__/redis';
import kratixPlugin, {
  createKratixRequestConditionalDecision,
  kratixRequestConditions,
} from './index';

const ref = {
  platform: 'dev',
  promise: 'redis',
  namespace: 'team-a',
  name: 'cache',
};
const path = `/api/kratix${kratixPaths.request(ref)}`;
const unreachable = {
  reason: 'unreachable' as const,
  message: 'connect ECONNREFUSED',
  since: '2026-08-20T10:01:00Z',
};

const oddity = { platform: 'dev', code: 'odd', message: 'Odd.' };

const ownersOnly = createKratixRequestConditionalDecision(
  kratixRequestReadPermission,
  kratixRequestConditions.isOwner({ claims: ['user:default/ana'] }),
);

/** A policy with one decision on requests; what has no conditions is allowed when some requests are. */
function policy(decision: PolicyDecision): PermissionsService {
  return {
    authorize: async requests =>
      requests.map(() =>
        decision.result === AuthorizeResult.CONDITIONAL ? allow : decision,
      ),
    authorizeConditional: async requests => requests.map(() => decision),
  };
}

const allow: DefinitivePolicyDecision = { result: AuthorizeResult.ALLOW };

async function start(decision: PolicyDecision = allow) {
  const kratix = new InMemoryKratix([platformNamed('dev')]);
  const publish = jest.fn(async () => undefined);
  const { server } = await startTestBackend({
    features: [
      kratixPlugin,
      actionsRegistryServiceFactory,
      actionsServiceFactory,
      httpRouterServiceFactory,
      permissionsRegistryServiceFactory,
      mockServices.rootConfig.factory({
        data: { backend: { actions: { pluginSources: ['kratix'] } } },
      }),
      mockServices.permissions.mock(policy(decision)).factory,
      createServiceFactory({
        service: kratixServiceRef,
        deps: {},
        factory: () => kratix,
      }),
      createServiceFactory({
        service: signalsServiceRef,
        deps: {},
        factory: () => ({ publish }),
      }),
    ],
  });
  return { kratix, server, publish };
}

function knowRedis(kratix: InMemoryKratix, problem?: typeof unreachable): void {
  kratix.change('dev', {
    promises: synced([redisPromise()], problem),
    requests: new Map([
      [
        'redis',
        synced(
          [
            redisRequest('team-a', 'cache', {
              'kratix-portal.io/owner': 'group:default/team-a',
              'kratix.io/requested-by': 'user:default/ana',
            }),
          ],
          problem,
        ),
      ],
    ]),
    bindings: synced([]),
    revisions: synced([]),
    namespaces: synced([]),
  });
}

describe('kratixPlugin', () => {
  describe('GET /health', () => {
    it('answers without credentials and says nothing of platforms', async () => {
      const { server } = await start();

      const response = await request(server)
        .get('/api/kratix/health')
        .set('authorization', mockCredentials.none.header());

      expect(response.status).toBe(200);
      expect(response.body).toEqual({ status: 'ok' });
    });
  });

  describe('GET /requests/…', () => {
    it('tells how a request is doing', async () => {
      const { server, kratix } = await start();
      knowRedis(kratix);

      const response = await request(server).get(path);

      expect(response.status).toBe(200);
      expect(requestResponseSchema.parse(response.body)).toMatchObject({
        ref,
        platformTitle: 'Development',
        kind: 'Redis',
        apiVersion: 'marketplace.kratix.io/v1alpha1',
        requestedBy: 'user:default/ana',
        report: { phase: 'Ready' },
        spec: { size: 'small' },
        outputs: { endpoint: 'redis.team-a:6379' },
        freshness: { state: 'live', confirmedAt: '2026-08-20T10:00:00Z' },
      });
    });

    it('tells where its API says that a secret stands', async () => {
      const { server, kratix } = await start();
      knowRedis(kratix);
      const redis = redisPromise();
      const spec = {
        type: 'object',
        properties: { pin: { type: 'string', format: 'password' } },
      };
      kratix.change('dev', {
        promises: synced([
          {
            ...redis,
            api: redis.api && {
              ...redis.api,
              schema: { properties: { spec } },
            },
          },
        ]),
      });

      const response = await request(server).get(path);

      expect(response.body).toMatchObject({ secretPaths: ['pin'] });
    });

    it('tells the last known state, marked stale, when the connection is lost', async () => {
      const { server, kratix } = await start();
      knowRedis(kratix, unreachable);

      const response = await request(server).get(path);

      expect(response.status).toBe(200);
      expect(response.body.freshness).toEqual({
        state: 'stale',
        confirmedAt: '2026-08-20T10:00:00Z',
        problem: unreachable,
      });
    });

    describe('that is not delivered yet', () => {
      const pending = redisRequest('team-a', 'cache', {}, 'Unknown');
      const parsedWork = parseWork({
        metadata: { name: 'w-1', namespace: 'team-a' },
        spec: {
          workloadGroups: [
            {
              id: 'a',
              destinationSelectors: [
                { matchLabels: { environment: 'performance' } },
              ],
            },
          ],
        },
        status: {
          conditions: [
            {
              type: 'ScheduleSucceeded',
              status: 'False',
              reason: 'UnscheduledWorkloads',
            },
          ],
        },
      });
      const work = parsedWork.ok ? [parsedWork.value] : [];
      const isPending = (kratix: InMemoryKratix) => {
        knowRedis(kratix);
        kratix.change('dev', {
          requests: new Map([['redis', synced([pending])]]),
        });
      };

      it('says that it has nowhere to go, and what is missing', async () => {
        const { server, kratix } = await start();
        isPending(kratix);
        const deliver = jest.fn(() => ({
          works: work,
          workPlacements: [],
          isComplete: true,
        }));
        kratix.setDelivery(deliver);

        const response = await request(server).get(path);
        await request(server).get(path);

        expect(response.body.report).toMatchObject({
          phase: 'Unschedulable',
          subjects: ['environment=performance'],
        });
        expect(deliver).toHaveBeenCalledTimes(1);
      });

      it('says less, and still answers, where Works cannot be read', async () => {
        const { server, kratix } = await start();
        isPending(kratix);
        kratix.setDelivery(() => {
          throw new Error('works is forbidden');
        });

        const response = await request(server).get(path);

        expect(response.status).toBe(200);
        expect(response.body.report.phase).toBe('Scheduling');
      });
    });

    it('asks the cluster nothing for a request that is ready', async () => {
      const { server, kratix } = await start();
      knowRedis(kratix);
      const deliver = jest.fn();
      kratix.setDelivery(deliver);

      await request(server).get(path);

      expect(deliver).not.toHaveBeenCalled();
    });

    it('is 401 without credentials', async () => {
      const { server } = await start();

      const response = await request(server)
        .get(path)
        .set('authorization', mockCredentials.none.header());

      expect(response.status).toBe(401);
    });

    it('is 403 when denied, before anything is looked up', async () => {
      const { server } = await start({ result: AuthorizeResult.DENY });

      const response = await request(server).get(path);

      expect(response.status).toBe(403);
      expect(response.body.error.message).toContain('kratix.request.read');
    });

    it('is 503 while nothing is known', async () => {
      const { server, kratix } = await start();
      kratix.change('dev', {
        promises: { state: 'unknown', problem: unreachable },
      });

      const response = await request(server).get(path);

      expect(response.status).toBe(503);
      expect(response.body.error.message).toContain('ECONNREFUSED');
      // The same for pages in another language.
      const { message, wording } = response.body.error;
      expect(toEnglish(wordingSchema.parse(wording))).toBe(message);
    });

    it('is 503 for one that is there and cannot be understood, after asking who may know', async () => {
      const problems = [
        { ...oddity, kind: 'Redis', namespace: 'team-a', name: 'odd' },
      ];
      const odd = `/api/kratix${kratixPaths.request({ ...ref, name: 'odd' })}`;
      const everyone = await start();
      knowRedis(everyone.kratix);
      everyone.kratix.change('dev', { problems });
      const owners = await start(ownersOnly);
      knowRedis(owners.kratix);
      owners.kratix.change('dev', { problems });

      expect((await request(everyone.server).get(odd)).status).toBe(503);
      expect((await request(owners.server).get(odd)).status).toBe(403);
    });

    it('is 503 while the requests of this Promise are unknown', async () => {
      const { server, kratix } = await start();
      kratix.change('dev', {
        promises: synced([redisPromise()]),
        requests: new Map([['redis', { state: 'unknown' }]]),
      });

      expect((await request(server).get(path)).status).toBe(503);
    });

    it.each([
      ['request', { ...ref, name: 'other' }],
      ['Promise', { ...ref, promise: 'vault' }],
      ['platform', { ...ref, platform: 'prod' }],
    ])('is 404 when there is no such %s', async (_, absent) => {
      const { server, kratix } = await start();
      knowRedis(kratix);

      const response = await request(server).get(
        `/api/kratix${kratixPaths.request(absent)}`,
      );

      expect(response.status).toBe(404);
    });

    describe('with a conditional decision', () => {
      const startFor = (claim: string) =>
        start(
          createKratixRequestConditionalDecision(kratixRequestReadPermission, {
            allOf: [
              kratixRequestConditions.inPlatform({ platforms: ['dev'] }),
              kratixRequestConditions.ofPromise({ promises: ['redis'] }),
              kratixRequestConditions.inNamespace({ namespaces: ['team-a'] }),
              kratixRequestConditions.isOwner({ claims: [claim] }),
            ],
          }),
        );

      it('shows a request to its owner', async () => {
        const { server, kratix } = await startFor('group:default/team-a');
        knowRedis(kratix);

        expect((await request(server).get(path)).status).toBe(200);
      });

      it('is 403 for everybody else', async () => {
        const { server, kratix } = await startFor('group:default/team-b');
        knowRedis(kratix);

        expect((await request(server).get(path)).status).toBe(403);
      });

      it('does not tell that a request is absent to who could not read it', async () => {
        const { server, kratix } = await startFor('group:default/team-a');
        knowRedis(kratix);

        const response = await request(server).get(
          `/api/kratix${kratixPaths.request({ ...ref, name: 'other' })}`,
        );

        expect(response.status).toBe(403);
      });
    });
  });

  describe('GET /namespaces/…', () => {
    const namespacesPath = `/api/kratix${kratixPaths.namespaces('dev')}`;
    const teamA = {
      name: 'team-a',
      resourceVersion: '1',
      labels: {},
      annotations: {},
      isTerminating: false,
    };

    it('suggests where requests may live', async () => {
      const { server, kratix } = await start();
      kratix.change('dev', { namespaces: synced([teamA]) });

      const response = await request(server).get(namespacesPath);

      expect(response.status).toBe(200);
      expect(namespacesResponseSchema.parse(response.body)).toEqual({
        namespaces: ['team-a'],
        isComplete: true,
      });
    });

    it('tells denied, absent and unknown apart', async () => {
      const denied = await start({ result: AuthorizeResult.DENY });
      denied.kratix.change('dev', { namespaces: synced([teamA]) });
      const refusal = await request(denied.server).get(namespacesPath);
      expect(refusal.status).toBe(403);
      expect(refusal.body.error.message).toContain('kratix.platform.read');

      const { server } = await start();
      expect((await request(server).get(namespacesPath)).status).toBe(503);
      const absent = `/api/kratix${kratixPaths.namespaces('prod')}`;
      expect((await request(server).get(absent)).status).toBe(404);
    });
  });

  describe('GET /promises/…', () => {
    const promisePath = `/api/kratix${kratixPaths.promise(ref)}`;

    it('tells how a Promise is doing, with its requests by phase', async () => {
      const { server, kratix } = await start();
      knowRedis(kratix);

      const response = await request(server).get(promisePath);

      expect(response.status).toBe(200);
      expect(promiseResponseSchema.parse(response.body)).toMatchObject({
        ref: { platform: 'dev', promise: 'redis' },
        version: 'v0.2.0',
        availability: 'available',
        api: { kind: 'Redis', plural: 'redis' },
        phases: { Ready: 1 },
        freshness: { state: 'live' },
      });
    });

    it('tells no numbers while the requests are unknown', async () => {
      const { server, kratix } = await start();
      kratix.change('dev', { promises: synced([redisPromise()]) });

      const response = await request(server).get(promisePath);

      expect(response.status).toBe(200);
      expect(response.body).not.toHaveProperty('phases');
    });

    it('tells denied, absent and unknown apart', async () => {
      const denied = await start({ result: AuthorizeResult.DENY });
      expect((await request(denied.server).get(promisePath)).status).toBe(403);

      const { server, kratix } = await start();
      expect((await request(server).get(promisePath)).status).toBe(503);
      kratix.change('dev', { promises: synced([]) });
      expect((await request(server).get(promisePath)).status).toBe(404);
    });

    it('does not take what cannot be understood for absent', async () => {
      const { server, kratix } = await start();
      kratix.change('dev', {
        promises: synced([]),
        problems: [{ ...oddity, kind: 'Promise', name: 'redis' }],
      });

      expect((await request(server).get(promisePath)).status).toBe(503);
      expect((await request(server).get(path)).status).toBe(503);
    });

    it('tells numbers of all requests only to those who may read them all', async () => {
      const { server, kratix } = await start(ownersOnly);
      knowRedis(kratix);

      const promise = await request(server).get(promisePath);
      const { body } = await request(server).get('/api/kratix/platforms');

      expect(promise.status).toBe(200);
      expect(promise.body).not.toHaveProperty('phases');
      expect(body.platforms[0].counts).toEqual({ promises: 1 });
    });
  });

  describe('GET /platforms', () => {
    it('tells what is known of each platform', async () => {
      const { server, kratix } = await start();
      knowRedis(kratix);

      const response = await request(server).get('/api/kratix/platforms');

      expect(response.status).toBe(200);
      expect(platformsResponseSchema.parse(response.body).platforms).toEqual([
        {
          name: 'dev',
          title: 'Development',
          isSandbox: false,
          deliveryMode: 'apply',
          requestEntityKind: 'Resource',
          catalogNamespace: 'dev',
          connection: { state: 'connected' },
          counts: { promises: 1, requests: 1, phases: { Ready: 1 } },
          problems: [],
        },
      ]);
    });

    it('tells no numbers of a platform that was never read, and why', async () => {
      const { server, kratix } = await start();
      kratix.setHealth({
        state: 'unreachable',
        problem: unreachable,
        watches: [],
      });

      const { body } = await request(server).get('/api/kratix/platforms');

      expect(body.platforms[0]).not.toHaveProperty('counts');
      expect(body.platforms[0].connection).toEqual({
        state: 'unreachable',
        problem: unreachable,
      });
    });

    it('keeps the names of requests with problems from those who may not read all requests', async () => {
      const problems = [
        {
          platform: 'dev',
          kind: 'Promise',
          name: 'vault',
          code: 'a',
          message: 'A',
        },
        {
          platform: 'dev',
          kind: 'Redis',
          namespace: 'team-a',
          name: 'secret-plan',
          code: 'b',
          message: 'B',
        },
      ];
      const everyone = await start();
      everyone.kratix.change('dev', { problems });
      const all = await request(everyone.server).get('/api/kratix/platforms');
      expect(all.body.platforms[0].problems).toHaveLength(2);

      const owners = await start(ownersOnly);
      owners.kratix.change('dev', { problems });
      const some = await request(owners.server).get('/api/kratix/platforms');
      expect(some.body.platforms[0].problems).toEqual([
        { code: 'a', message: 'A', kind: 'Promise', name: 'vault' },
      ]);
    });
  });

  describe('permissions', () => {
    const applyConditions = (
      server: Parameters<typeof request>[0],
      resourceRef: string,
      claim: string,
    ) =>
      request(server)
        .post('/api/kratix/.well-known/backstage/permissions/apply-conditions')
        .set('authorization', mockCredentials.service.header())
        .send({
          items: [
            {
              id: '1',
              resourceRef,
              resourceType: 'kratix-request',
              conditions: kratixRequestConditions.isOwner({ claims: [claim] }),
            },
          ],
        });

    it('judges a request for other plugins', async () => {
      const { server, kratix } = await start();
      knowRedis(kratix);
      const resourceRef = toRequestResourceRef(ref);

      const owner = await applyConditions(
        server,
        resourceRef,
        'group:default/team-a',
      );
      const other = await applyConditions(
        server,
        resourceRef,
        'group:default/team-b',
      );
      const absent = await applyConditions(
        server,
        toRequestResourceRef({ ...ref, name: 'other' }),
        'group:default/team-a',
      );

      expect(owner.body.items).toEqual([{ id: '1', result: 'ALLOW' }]);
      expect(other.body.items).toEqual([{ id: '1', result: 'DENY' }]);
      expect(absent.body.items).toEqual([{ id: '1', result: 'DENY' }]);
    });

    it('are all known to the framework', async () => {
      const { server } = await start();

      const { body } = await request(server).get(
        '/api/kratix/.well-known/backstage/permissions/metadata',
      );

      expect(
        body.permissions.map(({ name }: { name: string }) => name).sort(),
      ).toEqual([
        'kratix.platform.read',
        'kratix.promise.pause',
        'kratix.promise.promote',
        'kratix.promise.read',
        'kratix.promise.rerun',
        'kratix.request.create',
        'kratix.request.delete',
        'kratix.request.pause',
        'kratix.request.preview',
        'kratix.request.read',
        'kratix.request.rerun',
        'kratix.request.resume',
        'kratix.request.set-version',
        'kratix.request.update',
      ]);
    });
  });

  describe('hints', () => {
    it('wake pages with nothing but a hash', async () => {
      const { kratix, publish } = await start();

      kratix.change(
        'dev',
        {},
        {
          promises: [{ platform: 'dev', promise: 'redis' }],
          requests: [ref],
        },
      );
      await waitUntil(() => publish.mock.calls.length > 0);

      expect(publish).toHaveBeenCalledWith({
        recipients: { type: 'broadcast' },
        channel: 'kratix',
        message: {
          type: 'changed',
          platform: 'dev',
          topics: [
            signalTopic({ platform: 'dev', promise: 'redis' }),
            signalTopic(ref),
          ],
        },
      });
    });

    it('name no object when a collection changed', async () => {
      const { kratix, publish } = await start();

      kratix.change('dev', {}, { isCollectionChanged: true });
      await waitUntil(() => publish.mock.calls.length > 0);

      expect(publish).toHaveBeenCalledWith(
        expect.objectContaining({
          message: { type: 'changed', platform: 'dev' },
        }),
      );
    });
  });

  describe('agent actions', () => {
    const invoke = (
      server: Parameters<typeof request>[0],
      action: string,
      input: object,
    ) =>
      request(server)
        .post(
          `/api/kratix/.backstage/actions/v1/actions/${encodeURIComponent(
            `kratix:${action}`,
          )}/invoke`,
        )
        .send(input);

    it('list Promises, and the platforms that cannot be read', async () => {
      const { server, kratix } = await start();
      const before = await invoke(server, 'list-promises', {});
      knowRedis(kratix);
      const after = await invoke(server, 'list-promises', { platform: 'dev' });

      expect(before.body.output).toEqual({
        promises: [],
        unknownPlatforms: ['dev'],
      });
      expect(after.body.output).toEqual({
        promises: [
          {
            platform: 'dev',
            promise: 'redis',
            version: 'v0.2.0',
            availability: 'available',
            kind: 'Redis',
          },
        ],
        unknownPlatforms: [],
      });
    });

    it('tell how a request is doing, in words', async () => {
      const { server, kratix } = await start();
      knowRedis(kratix);

      const response = await invoke(server, 'get-request', ref);

      expect(response.body.output).toMatchObject({
        phase: 'Ready',
        summary: expect.stringMatching(/ready/i),
        spec: { size: 'small' },
        outputs: { endpoint: 'redis.team-a:6379' },
        isStale: false,
      });
    });

    it('tell no secret that the page would let the person look at', async () => {
      const { server, kratix } = await start();
      const secret = {
        ...redisRequest('team-a', 'cache'),
        spec: { size: 'small', pin: 'hunter2' },
      };
      const redis = redisPromise();
      const know = (promises: Collection<KratixPromise>) =>
        kratix.change('dev', {
          promises,
          requests: new Map([['redis', synced([secret])]]),
        });
      know(
        synced([
          {
            ...redis,
            api: redis.api && {
              ...redis.api,
              schema: {
                properties: {
                  spec: {
                    type: 'object',
                    properties: { pin: { type: 'string', format: 'password' } },
                  },
                },
              },
            },
          },
        ]),
      );

      const known = await invoke(server, 'get-request', {
        ...ref,
        name: 'cache',
      });
      // Nobody knows any more what of it is secret.
      know(synced([]));
      const unknown = await invoke(server, 'get-request', {
        ...ref,
        name: 'cache',
      });

      expect(known.body.output.spec).toEqual({ size: 'small', pin: '••••••' });
      expect(unknown.status).toBe(200);
      expect(unknown.body.output).not.toHaveProperty('spec');
      expect(JSON.stringify([known.body, unknown.body])).not.toContain(
        'hunter2',
      );
    });

    it('tell nobody what he may not read', async () => {
      const { server, kratix } = await start(
        createKratixRequestConditionalDecision(
          kratixRequestReadPermission,
          kratixRequestConditions.isOwner({ claims: ['group:default/team-b'] }),
        ),
      );
      knowRedis(kratix);

      const response = await invoke(server, 'get-request', ref);

      expect(response.status).toBe(403);
    });
  });
});

async function waitUntil(isTrue: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!isTrue()) {
    if (Date.now() > deadline) {
      throw new Error('It did not happen within 30 seconds');
    }
    await new Promise(resolve => setImmediate(resolve));
  }
}
