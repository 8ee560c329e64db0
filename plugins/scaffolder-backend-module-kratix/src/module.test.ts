import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import request from 'supertest';
import scaffolderModuleKratix from './index';
import { createDestination } from './__testUtils__/createDestination';
import { redisPromise } from './__testUtils__/redisPromise';
import { runTask, until } from './__testUtils__/runTask';

jest.setTimeout(60_000);

/** Stands for the catalog module, which would have them a moment after the order. */
const orderedEntities = ['cache'].map(name => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { namespace: 'default', name: `redis.team-a.${name}` },
}));

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
    createDestination(sandbox);
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
    const step = (input: object) => ({
      id: 'apply',
      name: 'Order',
      action: 'kratix:resource:apply',
      input,
    });
    const apply = (input: object) => [step(input)];

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
      expect(
        sandbox.cluster.get(redises, cache)?.metadata.annotations,
      ).toHaveProperty(['kratix-portal.io/task'], task.id);
    });

    it('finds its own order again when the task starts over', async () => {
      const { run } = await start([
        step(order),
        { ...step(order), id: 'again' },
      ]);

      const task = await run();

      expect(task).toMatchObject({ status: 'completed' });
      expect(task.log).toContain(
        'Redis team-a/cache was ordered by this task already',
      );
      expect(sandbox.cluster.get(redises, cache)?.metadata.generation).toBe(1);
    });

    it('does not take another order of the same name, even by the same person, for a change', async () => {
      const { run } = await start(apply(order));
      await run();
      const other = await start(apply({ ...order, spec: { size: 'large' } }));

      const task = await other.run();

      expect(task.status).toBe('failed');
      expect(task.log).toContain('exists already');
      expect(sandbox.cluster.get(redises, cache)).toMatchObject({
        metadata: { generation: 1 },
        spec: { size: 'small' },
      });
    });

    it('says that what has the name is being removed', async () => {
      createByHand({ finalizers: ['example.com/wait'] });
      sandbox.cluster.delete(redises, cache);
      const { run } = await start(apply(order));

      const task = await run();

      expect(task.status).toBe('failed');
      expect(task.log).toContain('team-a/cache is being removed');
    });

    it.each(['x y', 'component:default/redis'])(
      'refuses %j for an owner',
      async owner => {
        const { run } = await start(apply({ ...order, owner }));

        const task = await run();

        expect(task.status).toBe('failed');
        expect(task.log).toContain(`"${owner}" cannot own anything`);
        expect(sandbox.cluster.get(redises, cache)).toBeUndefined();
      },
    );

    it('writes an owner as the catalog reads it', async () => {
      const { run } = await start(apply({ ...order, owner: 'team-a' }));

      await run();

      expect(
        sandbox.cluster.get(redises, cache)?.metadata.annotations,
      ).toMatchObject({ 'kratix-portal.io/owner': 'group:default/team-a' });
    });

    describe('with mode change', () => {
      const change = (input: object = {}) =>
        apply({ ...order, mode: 'change', spec: { size: 'large' }, ...input });

      it('changes what the person ordered, and leaves nothing of before', async () => {
        const first = await start(
          apply({
            ...order,
            spec: { size: 'small', note: 'mine' },
            owner: 'group:default/team-a',
          }),
        );
        await first.run();
        const before = sandbox.cluster.get(redises, cache);
        const { run } = await start(change());

        const task = await run();

        expect(task).toMatchObject({ status: 'completed' });
        expect(task.log).toContain('Changed Redis team-a/cache on Development');
        const after = sandbox.cluster.get(redises, cache);
        expect(after).toMatchObject({
          metadata: {
            generation: 2,
            annotations: before?.metadata.annotations,
          },
        });
        expect(after?.spec).toEqual({ size: 'large' });
      });

      it('changes what somebody else made, without making it the own', async () => {
        createByHand();
        const spec = { size: 'small', note: 'hers' };
        const { run } = await start(change({ spec }));

        expect(await run()).toMatchObject({ status: 'completed' });

        const { metadata, ...rest } = sandbox.cluster.get(redises, cache) ?? {};
        expect(rest).toMatchObject({ spec });
        expect(metadata?.annotations).toBeUndefined();
      });

      it('changes only what is there', async () => {
        const { run } = await start(change());

        const task = await run();

        expect(task.status).toBe('failed');
        expect(task.log).toContain('Cannot change redis team-a/cache');
        expect(sandbox.cluster.get(redises, cache)).toBeUndefined();
      });

      it('asks Backstage before it looks', async () => {
        createByHand();
        const { run } = await start(change(), {
          denied: 'kratix.request.update',
        });

        const task = await run();

        expect(task.status).toBe('failed');
        expect(task.log).toContain('the permission kratix.request.update');
        expect(questions()).toEqual([]);
      });
    });

    it("tells the platform's reasons with their fields, and writes nothing", async () => {
      const { run } = await start(apply({ ...order, spec: { size: 'huge' } }));

      const task = await run();

      expect(task.status).toBe('failed');
      expect(task.log).toMatch(
        /Development refuses to order Redis team-a\/cache: .*spec\.size: Unsupported value: "huge"/,
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

    it('asks Backstage first', async () => {
      const { run } = await start(apply(order), {
        denied: 'kratix.request.create',
      });

      const task = await run();

      expect(task.status).toBe('failed');
      expect(task.log).toContain('the permission kratix.request.create');
      expect(questions()).toEqual([]);
    });

    it('says that there is no such Promise or platform, and names no others', async () => {
      const noPromise = await start(apply({ ...order, promise: 'vault' }));
      expect((await noPromise.run()).log).toMatch(
        /promises.*"vault" not found/,
      );

      const noPlatform = await start(apply({ ...order, platform: 'prod' }));
      const { log } = await noPlatform.run();
      expect(log).toContain("no platform 'prod'");
      expect(log).not.toContain('dev');
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
        .filter(({ verb }) => verb === 'create' || verb === 'patch');
      expect(new Set(writes.map(({ user }) => user))).toEqual(
        new Set(['user:default/mock']),
      );
    });
  });

  describe('kratix:resource:wait', () => {
    const orderStep = {
      id: 'order',
      name: 'Order',
      action: 'kratix:resource:apply',
      input: order,
    };
    const waitStep = {
      id: 'wait',
      name: 'Wait',
      action: 'kratix:resource:wait',
      input: { promise: 'redis', ...cache, timeoutMinutes: 1 },
    };
    const orderAndWait = [orderStep, waitStep];

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

    it('does not answer for the state before a change', async () => {
      await (await start(orderAndWait)).run();
      const { run } = await start([
        {
          ...orderStep,
          input: { ...order, mode: 'change', spec: { size: 'large' } },
        },
        {
          ...waitStep,
          input: {
            ...waitStep.input,
            uid: '${{ steps.order.output.uid }}',
            generation: '${{ steps.order.output.generation }}',
          },
        },
      ]);

      const task = await run();

      expect(task).toMatchObject({ status: 'completed' });
      expect(sandbox.cluster.get(redises, cache)).toMatchObject({
        metadata: { generation: 2 },
        status: { observedGeneration: 2 },
      });
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
      createByHand();
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

    it('does not take a Promise that is not there for a request that is gone', async () => {
      const { run } = await start([
        { ...steps[0], input: { promise: 'reddis', ...cache } },
      ]);

      const task = await run();

      expect(task.status).toBe('failed');
      expect(task.log).toMatch(/promises.*"reddis" not found/);
    });

    it('keeps to the namespaces of the platform', async () => {
      createByHand();
      const { run } = await start(steps, { namespaces: ['team-b*'] });

      const task = await run();

      expect(task.status).toBe('failed');
      expect(task.log).toContain('cannot live in namespace "team-a"');
      expect(sandbox.cluster.get(redises, cache)).toBeDefined();
    });

    it('asks Backstage before it looks', async () => {
      createByHand();
      const { run } = await start(steps, { denied: 'kratix.request.delete' });

      const task = await run();

      expect(task.status).toBe('failed');
      expect(questions()).toEqual([]);
    });
  });

  /** What was asked about single objects, beside the watches. */
  function questions() {
    return sandbox.requests
      .entries()
      .filter(({ verb }) => verb !== 'list' && verb !== 'watch');
  }

  function createByHand(metadata: object = {}): void {
    sandbox.cluster.create(redises, {
      apiVersion: 'example.com/v1',
      kind: 'Redis',
      metadata: { ...cache, ...metadata },
      spec: { size: 'small' },
    });
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
    options: {
      identity?: string;
      denied?: string;
      namespaces?: string[];
    } = {},
  ) {
    const template = templateOf(steps);
    const backend = await startTestBackend({
      features: [
        scaffolderPlugin,
        scaffolderModuleKratix,
        catalogServiceMock.factory({
          entities: [template, ...orderedEntities],
        }),
        ...(options.denied ? [deny(options.denied)] : []),
        mockServices.rootConfig.factory({
          data: configFor(sandbox.url, options),
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

const deny = (name: string) =>
  mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result:
          permission.name === name
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async requests =>
      requests.map(() => ({ result: AuthorizeResult.ALLOW })),
  }).factory;

function configFor(
  url: string,
  options: { identity?: string; namespaces?: string[] },
) {
  return {
    backend: { baseUrl: 'http://localhost' },
    kratix: {
      platforms: [
        {
          name: 'dev',
          title: 'Development',
          connection: { cluster: { url, serviceAccountToken: 'portal' } },
          identity: options.identity ?? 'service-account',
          namespaces: options.namespaces ?? [],
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
