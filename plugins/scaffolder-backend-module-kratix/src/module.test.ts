import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import request from 'supertest';
import scaffolderModuleKratix from './index';

jest.setTimeout(60_000);

const promises = {
  group: 'platform.kratix.io',
  version: 'v1alpha1',
  resource: 'promises',
};
const redises = { group: 'example.com', version: 'v1', resource: 'redises' };
const clusterRoles = {
  group: 'rbac.authorization.k8s.io',
  version: 'v1',
  resource: 'clusterroles',
};
const clusterRoleBindings = {
  ...clusterRoles,
  resource: 'clusterrolebindings',
};
const cache = { namespace: 'team-a', name: 'cache' };
const order = { promise: 'redis', ...cache, spec: { size: 'small' } };

describe('scaffolderModuleKratix', () => {
  let sandbox: Sandbox;
  const backends: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    sandbox = await createSandbox({
      authorization: 'rbac',
      tokens: { portal: { user: 'portal', groups: ['system:masters'] } },
      kratix: { jobBackoffLimit: 0, crashBackoffMs: 10, writeMs: 10 },
      log: () => undefined,
    });
    createDestination();
    sandbox.cluster.create(
      { group: '', version: 'v1', resource: 'namespaces' },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } },
    );
    createPromise();
    await until(async () => sandbox.cluster.serves(redises));
  });

  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
    await sandbox.close();
  });

  describe('kratix:resource:apply', () => {
    const apply = (input: object) => [
      { id: 'apply', name: 'Order', action: 'kratix:resource:apply', input },
    ];

    it('writes the request, and says who asked and whose it is', async () => {
      const { run } = await start(
        apply({
          ...order,
          spec: { size: 'small', note: '' },
          owner: 'group:default/team-a',
        }),
      );

      const task = await run();

      expect(task).toMatchObject({ status: 'completed' });
      expect(sandbox.cluster.get(redises, cache)).toMatchObject({
        apiVersion: 'example.com/v1',
        kind: 'Redis',
        metadata: {
          annotations: {
            'kratix-portal.io/owner': 'group:default/team-a',
            'kratix.io/requested-by': 'user:default/mock',
          },
        },
        spec: { size: 'small' },
      });
      expect(task.output).toMatchObject({
        entityRef: 'resource:default/redis.team-a.cache',
      });
      expect(task.log).toContain('Development accepts Redis team-a/cache');
      expect(task.log).toContain('Ordered Redis team-a/cache on Development');
    });

    it('changes nothing when it runs again, and changes what is asked for else', async () => {
      const { run } = await start(apply(order));
      await run();
      const first = sandbox.cluster.get(redises, cache);

      expect(await run()).toMatchObject({ status: 'completed' });

      expect(sandbox.cluster.get(redises, cache)?.metadata.generation).toBe(
        first?.metadata.generation,
      );
    });

    it("tells the platform's reasons with their fields, and writes nothing", async () => {
      const { run } = await start(apply({ ...order, spec: { size: 'huge' } }));

      const task = await run();

      expect(task.status).toBe('failed');
      expect(task.log).toMatch(
        /Development refuses to write Redis team-a\/cache: .*spec\.size: Unsupported value: "huge"/,
      );
      expect(sandbox.cluster.get(redises, cache)).toBeUndefined();
    });

    it('refuses a field that the API does not know', async () => {
      const { run } = await start(
        apply({ ...order, spec: { size: 'small', sise: 1 } }),
      );

      const task = await run();

      expect(task.status).toBe('failed');
      expect(task.log).toContain('spec.sise');
    });

    it("does not make a change of somebody else's request", async () => {
      sandbox.cluster.create(redises, {
        apiVersion: 'example.com/v1',
        kind: 'Redis',
        metadata: {
          ...cache,
          annotations: { 'kratix.io/requested-by': 'user:default/bob' },
        },
        spec: { size: 'large' },
      });
      const { run } = await start(apply(order));

      const task = await run();

      expect(task.status).toBe('failed');
      expect(task.log).toContain('user:default/bob asked for it');
      expect(sandbox.cluster.get(redises, cache)?.spec).toEqual({
        size: 'large',
      });
    });

    it('asks Backstage first', async () => {
      const { run } = await start(apply(order), { isDenied: true });

      const task = await run();

      expect(task.status).toBe('failed');
      expect(task.log).toContain('the permission kratix.request.create');
      expect(
        sandbox.requests.entries().some(({ verb }) => verb === 'patch'),
      ).toBe(false);
    });

    it('says what there is, when there is no such Promise or platform', async () => {
      const noPromise = await start(apply({ ...order, promise: 'vault' }));
      expect((await noPromise.run()).log).toMatch(
        /promises.*"vault" not found/,
      );

      const noPlatform = await start(apply({ ...order, platform: 'prod' }));
      expect((await noPlatform.run()).log).toContain('configured are: dev');
    });

    it('writes nothing in a dry run, but asks the platform', async () => {
      const { server, template } = await start(apply(order));
      const dryRun = () =>
        request(server)
          .post('/api/scaffolder/v2/dry-run')
          .send({ template, values: {}, directoryContents: [] });

      const response = await dryRun();

      expect(response.status).toBe(200);
      expect(JSON.stringify(response.body.log)).toContain(
        'nothing written yet',
      );
      expect(sandbox.cluster.get(redises, cache)).toBeUndefined();
    });

    it('acts as the person: what the cluster does not allow her is refused in its words', async () => {
      const { run } = await start(apply(order), { identity: 'impersonate' });

      const refused = await run();
      expect(refused.status).toBe('failed');
      expect(refused.log).toMatch(
        /Kubernetes RBAC.*User "user:default\/mock" cannot/,
      );

      allow('user:default/mock');
      expect(await run()).toMatchObject({ status: 'completed' });
      const writes = sandbox.requests
        .entries()
        .filter(({ verb }) => verb === 'patch');
      expect(new Set(writes.map(({ user }) => user))).toEqual(
        new Set(['user:default/mock']),
      );
    });
  });

  describe('kratix:resource:wait', () => {
    const orderAndWait = [
      {
        id: 'order',
        name: 'Order',
        action: 'kratix:resource:apply',
        input: order,
      },
      {
        id: 'wait',
        name: 'Wait',
        action: 'kratix:resource:wait',
        input: { promise: 'redis', ...cache, timeoutMinutes: 1 },
      },
    ];

    it('tells the progress until it is ready', async () => {
      const { run } = await start(orderAndWait);

      const task = await run();

      expect(task).toMatchObject({ status: 'completed' });
      expect(task.log).toContain('Step configure is running');
      expect(task.log).toContain('Step configure is done');
      expect(task.log).toMatch(/Ready: /);
    });

    it('fails when the request fails', async () => {
      annotatePromise({ 'sandbox.kratix-portal.io/fail': 'message: no quota' });
      const { run } = await start(orderAndWait);

      const task = await run();

      expect(task.status).toBe('failed');
      expect(task.log).toMatch(/Failed: /);
    });

    it('ends when it waits for a person', async () => {
      annotatePromise({
        'sandbox.kratix-portal.io/suspend': 'message: ask ana',
      });
      const { run } = await start(orderAndWait);

      const task = await run();

      expect(task).toMatchObject({ status: 'completed' });
      expect(task.log).toContain('ask ana');
    });
  });

  describe('kratix:resource:delete', () => {
    const steps = [
      {
        id: 'remove',
        name: 'Remove',
        action: 'kratix:resource:delete',
        input: { promise: 'redis', ...cache },
      },
    ];

    it('removes the request, and finds nothing amiss when it is gone', async () => {
      sandbox.cluster.create(redises, {
        apiVersion: 'example.com/v1',
        kind: 'Redis',
        metadata: cache,
        spec: { size: 'small' },
      });
      const { run } = await start(steps);

      expect((await run()).log).toContain(
        'Development removes team-a/cache now',
      );
      await until(async () => !sandbox.cluster.get(redises, cache));
      expect(await run()).toMatchObject({
        status: 'completed',
        log: expect.stringContaining('nothing to remove'),
      });
    });
  });

  function createDestination(): void {
    const kratix = { group: 'platform.kratix.io', version: 'v1alpha1' };
    sandbox.cluster.create(
      { ...kratix, resource: 'bucketstatestores' },
      {
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'BucketStateStore',
        metadata: { name: 'store' },
        spec: {
          endpoint: 'store.example.com',
          bucketName: 'kratix',
          authMethod: 'IAM',
        },
      },
    );
    sandbox.cluster.create(
      { ...kratix, resource: 'destinations' },
      {
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'Destination',
        metadata: { name: 'worker' },
        spec: {
          path: 'worker',
          stateStoreRef: { kind: 'BucketStateStore', name: 'store' },
          filepath: { mode: 'nestedByMetadata' },
        },
      },
    );
  }

  function createPromise(): void {
    sandbox.cluster.create(promises, redisPromise());
  }

  function annotatePromise(annotations: Record<string, string>): void {
    sandbox.cluster.mutate(promises, { name: 'redis' }, draft => {
      Object.assign((draft.metadata.annotations ??= {}), annotations);
    });
  }

  function allow(user: string): void {
    sandbox.cluster.create(clusterRoles, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'order-redis' },
      rules: [
        {
          apiGroups: ['example.com'],
          resources: ['redises'],
          verbs: ['get', 'create', 'patch'],
        },
      ],
    });
    sandbox.cluster.create(clusterRoleBindings, {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name: 'order-redis' },
      subjects: [
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'User', name: user },
      ],
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'order-redis',
      },
    });
  }

  async function start(
    steps: object[],
    options: { identity?: string; isDenied?: boolean } = {},
  ) {
    const template = templateOf(steps);
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleKratix,
        catalogServiceMock.factory({ entities: [template] }),
        ...(options.isDenied ? [denyKratix] : []),
        mockServices.rootConfig.factory({
          data: configFor(sandbox.url, options.identity ?? 'service-account'),
        }),
      ],
    });
    backends.push(backend);
    return {
      server: backend.server,
      template,
      run: () => runTask(backend.server),
    };
  }
});

const denyKratix = mockServices.permissions.mock({
  authorize: async requests =>
    requests.map(({ permission }) => ({
      result: permission.name.startsWith('kratix.')
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW,
    })),
  authorizeConditional: async requests =>
    requests.map(() => ({ result: AuthorizeResult.ALLOW })),
}).factory;

function configFor(url: string, identity: string) {
  return {
    backend: { baseUrl: 'http://localhost' },
    kratix: {
      platforms: [
        {
          name: 'dev',
          title: 'Development',
          connection: { cluster: { url, serviceAccountToken: 'portal' } },
          identity,
          catalog: { defaultOwner: 'group:default/platform' },
        },
      ],
    },
  };
}

function templateOf(steps: object[]): Entity {
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: { name: 'order', namespace: 'default' },
    spec: {
      type: 'kratix-resource',
      parameters: [],
      steps: steps as never,
      output: {
        entityRef: '${{ steps.apply.output.entityRef }}',
      },
    },
  };
}

function redisPromise() {
  return {
    apiVersion: 'platform.kratix.io/v1alpha1',
    kind: 'Promise',
    metadata: {
      name: 'redis',
      annotations: { 'sandbox.kratix-portal.io/duration': '100ms' },
    },
    spec: {
      api: {
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: 'redises.example.com' },
        spec: {
          group: 'example.com',
          scope: 'Namespaced',
          names: { kind: 'Redis', plural: 'redises', singular: 'redis' },
          versions: [
            {
              name: 'v1',
              served: true,
              storage: true,
              schema: {
                openAPIV3Schema: {
                  type: 'object',
                  properties: {
                    spec: {
                      type: 'object',
                      properties: {
                        size: { type: 'string', enum: ['small', 'large'] },
                        note: { type: 'string' },
                      },
                    },
                  },
                },
              },
            },
          ],
        },
      },
      workflows: {
        resource: {
          configure: [
            {
              apiVersion: 'platform.kratix.io/v1alpha1',
              kind: 'Pipeline',
              metadata: { name: 'configure' },
              spec: {
                containers: [{ name: 'render', image: 'example/render' }],
              },
            },
          ],
        },
      },
    },
  };
}

interface TaskResult {
  readonly status: string;
  readonly log: string;
  readonly output: unknown;
}

type Server = Parameters<typeof request>[0];

async function runTask(server: Server): Promise<TaskResult> {
  const created = await request(server)
    .post('/api/scaffolder/v2/tasks')
    .set('authorization', mockCredentials.user.header())
    .send({ templateRef: 'template:default/order', values: {} });
  const path = `/api/scaffolder/v2/tasks/${created.body.id}`;
  const status = await until(async () => {
    const { body } = await request(server).get(path);
    return ['completed', 'failed'].includes(body.status) && body.status;
  });
  const { body } = await request(server).get(`${path}/events`);
  const events: { body: { message: string; output?: unknown } }[] = body;
  return {
    status,
    log: events.map(event => event.body.message).join('\n'),
    output: events.find(event => event.body.output)?.body.output,
  };
}

/** Asks again and again until there is an answer. */
async function until<T>(
  ask: () => Promise<T | undefined | false>,
  timeoutMs = 30_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`There was no answer within ${timeoutMs} ms`);
    }
    await new Promise(resolve => setTimeout(resolve, 50));
  }
}
