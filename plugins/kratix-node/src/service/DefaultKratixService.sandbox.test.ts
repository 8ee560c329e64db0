import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import type { RequestManifest } from '@kratix-portal/backstage-plugin-kratix-common';
import {
  createSandbox,
  systemClock,
  type Sandbox,
  type SandboxOptions,
} from '@kratix-portal/sandbox';
import { redisPromise } from '../__fixtures__/kratixObjects';
import { waitFor } from '../__fixtures__/waitFor';
import {
  defaultWatchTiming,
  type WatchTiming,
} from '../cluster/watch/WatchTiming';
import { readKratixConfig } from '../config/readKratixConfig';
import { DefaultKratixService } from './DefaultKratixService';

// The service against the whole sandbox: TLS, real lists and watches, and Kratix played on top.
jest.setTimeout(30_000);

const promises = {
  group: 'platform.kratix.io',
  version: 'v1alpha1',
  resource: 'promises',
};
const redises = { group: 'example.org', version: 'v1', resource: 'redises' };
const namespaces = { group: '', version: 'v1', resource: 'namespaces' };
const promise = {
  ...redisPromise(),
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'redis' },
  status: undefined,
};
const manifest: RequestManifest = {
  apiVersion: 'example.org/v1',
  kind: 'Redis',
  metadata: { name: 'one', namespace: 'team-a' },
  spec: { size: 'small' },
};

describe('DefaultKratixService and the sandbox', () => {
  const directory = createMockDirectory();
  const logger = mockServices.logger.mock();
  let sandbox: Sandbox;
  let service: DefaultKratixService;

  beforeEach(async () => {
    jest.clearAllMocks();
    directory.clear();
    sandbox = await startSandbox();
    sandbox.cluster.create(namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'team-a' },
    });
    sandbox.cluster.create(promises, promise);
    service = createService();
  });

  afterEach(async () => {
    service.stop();
    await sandbox.close();
  });

  async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
    const started = await createSandbox({
      clock: systemClock({ speed: 50 }),
      empty: true,
      stateFile: directory.resolve('state.json'),
      log: () => {},
      ...options,
    });
    directory.addContent({ kubeconfig: started.kubeconfig });
    return started;
  }

  function createService(
    options: {
      timing?: Partial<WatchTiming>;
      identity?: string;
    } = {},
  ): DefaultKratixService {
    const config = mockServices.rootConfig({
      data: {
        kratix: {
          platforms: [
            {
              name: 'dev',
              sandbox: true,
              identity: options.identity ?? 'service-account',
              connection: {
                kubeconfig: { path: directory.resolve('kubeconfig') },
              },
            },
          ],
        },
      },
    });
    return new DefaultKratixService({
      config: readKratixConfig(config),
      logger,
      timing: { ...defaultWatchTiming, minPauseMs: 10, ...options.timing },
    });
  }

  const requestsOf = (name = 'redis') => {
    const collection = service.snapshot('dev').requests.get(name);
    return collection?.state === 'synced' ? collection.items : undefined;
  };
  const names = () =>
    requestsOf()
      ?.map(({ name }) => name)
      .join();
  const portal = () => service.requests('dev', { type: 'portal' });
  const areAllLive = () => {
    const { state, watches } = service.health('dev');
    return (
      state === 'connected' &&
      watches.length === 9 &&
      watches.every(watch => watch.state === 'live')
    );
  };

  const one = { promise: 'redis', namespace: 'team-a', name: 'one' };

  async function change(
    spec: RequestManifest['spec'],
    options: { dryRun?: boolean } = {},
  ) {
    return portal().change(
      await portal().getPromise('redis'),
      { ...manifest, spec },
      { ...options, existing: await portal().get(one) },
    );
  }

  async function order(name = 'one'): Promise<void> {
    await waitFor('live', areAllLive, 10_000);
    await portal().create(await portal().getPromise('redis'), {
      ...manifest,
      metadata: { ...manifest.metadata, name },
    });
    await waitFor(`request ${name}`, () => names()?.includes(name) ?? false);
  }

  function linesOf(level: 'info' | 'warn' | 'error', text: string): string[] {
    return logger[level].mock.calls
      .map(([message]) => message)
      .filter(message => message.includes(text));
  }

  it('follows an order from the form to the binding', async () => {
    service.start();

    await order();

    await waitFor(
      'status',
      () => requestsOf()?.[0]?.status.isReported === true,
      10_000,
    );
    await waitFor('binding', () => {
      const { bindings } = service.snapshot('dev');
      return bindings.state === 'synced' && bindings.items.length === 1;
    });
    await waitFor('revision', () => {
      const { revisions } = service.snapshot('dev');
      return revisions.state === 'synced' && revisions.items.length === 1;
    });
    expect(service.snapshot('dev').problems).toEqual([]);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('asks nothing while nothing happens', async () => {
    service.start();
    await waitFor('live', areAllLive, 10_000);
    sandbox.requests.reset();

    await pause(1_500);

    expect(sandbox.requests.entries()).toEqual([]);
  });

  it('loses nothing over a restart of the platform', async () => {
    service.start();
    await order();
    const { port, kubeconfig } = sandbox;

    await sandbox.close();
    await waitFor(
      'unreachable',
      () => service.health('dev').state === 'unreachable',
    );
    await waitFor(
      'stale',
      () => service.snapshot('dev').promises.problem?.reason === 'unreachable',
    );
    expect(names()).toBe('one');
    expect(service.snapshot('dev').promises.state).toBe('synced');
    sandbox = await startSandbox({ port, resumeFrom: kubeconfig });

    await waitFor('live', areAllLive, 15_000);
    expect(names()).toBe('one');
    expect(linesOf('warn', 'No connection')).toHaveLength(1);
    expect(linesOf('info', 'is back')).toHaveLength(1);
    await order('two');
  });

  it('learns that a platform came back empty, and on another port', async () => {
    service.start();
    await order();

    await sandbox.close();
    await waitFor(
      'unreachable',
      () => service.health('dev').state === 'unreachable',
    );
    sandbox = await startSandbox({ stateFile: undefined });

    await waitFor(
      'empty',
      () => {
        const known = service.snapshot('dev').promises;
        return known.state === 'synced' && known.items.length === 0;
      },
      15_000,
    );
    // What is installed is known by a watch of its own.
    await waitFor(
      'no requests',
      () => service.snapshot('dev').requests.size === 0,
    );
    expect(service.snapshot('dev').promises).toMatchObject({ items: [] });
  });

  it('misses nothing when every connection is cut', async () => {
    service.start();
    await order();

    sandbox.dropConnections();
    await order('two');
    sandbox.dropConnections();
    await order('three');

    expect(linesOf('warn', 'No connection')).toEqual([]);
  });

  it('lists again when the history has expired', async () => {
    service.start();
    await order();

    sandbox.expireHistory();
    sandbox.dropConnections();
    sandbox.cluster.delete(redises, { namespace: 'team-a', name: 'one' });

    await waitFor('removal', () => names() === '', 15_000);
    expect(linesOf('warn', 'No connection')).toEqual([]);
  });

  it('finds out that a platform hangs, and that it answers again', async () => {
    service = createService({
      timing: { silenceMs: 300, connectTimeoutMs: 300, listTimeoutMs: 300 },
    });
    service.start();
    await order();

    sandbox.faults.add({ kind: 'hang' });
    await waitFor(
      'unreachable',
      () => service.health('dev').state === 'unreachable',
    );
    expect(names()).toBe('one');
    sandbox.faults.clear();

    await waitFor('live', areAllLive, 15_000);
  });

  it('does not take one collection that hangs for a platform that is gone', async () => {
    service = createService({
      timing: { connectTimeoutMs: 300, listTimeoutMs: 300 },
    });
    sandbox.faults.add({ kind: 'hang', resource: 'namespaces' });
    service.start();

    await waitFor(
      'degraded',
      () => service.health('dev').state === 'degraded',
      10_000,
    );
    await waitFor('requests', () => requestsOf() !== undefined, 10_000);

    expect(linesOf('warn', 'No connection')).toEqual([]);
    sandbox.faults.clear();
    await waitFor('live', areAllLive, 15_000);
  });

  it('lives with one collection that is forbidden, and says so', async () => {
    sandbox.faults.add({ kind: 'forbid', resource: 'namespaces' });
    service.start();

    await waitFor(
      'degraded',
      () => service.health('dev').state === 'degraded',
      10_000,
    );

    expect(service.health('dev').problem).toMatchObject({
      reason: 'forbidden',
    });
    await waitFor('requests', () => requestsOf() !== undefined, 10_000);
    expect(linesOf('warn', 'may not be read')).toHaveLength(1);
    sandbox.faults.clear();
    await waitFor('live', areAllLive, 15_000);
  });

  it('waits for a platform that is throttling', async () => {
    sandbox.faults.add({
      kind: 'throttle',
      retryAfterSeconds: 1,
      times: 3,
    });
    service.start();

    await waitFor(
      'throttled',
      () => service.health('dev').problem?.reason === 'throttled',
    );

    await waitFor('live', areAllLive, 20_000);
    expect(linesOf('warn', 'No connection')).toHaveLength(1);
  });

  it('heals after answers that are corrupt', async () => {
    sandbox.faults.add({ kind: 'corrupt', resource: 'promises', times: 2 });
    service.start();

    await waitFor('live', areAllLive, 20_000);
    expect(service.snapshot('dev').promises).toMatchObject({
      state: 'synced',
      items: [{ name: 'redis' }],
    });
  });

  it('forgets the requests of a Promise that is removed', async () => {
    service.start();
    await order();

    sandbox.cluster.delete(promises, { name: 'redis' });

    await waitFor(
      'no Promise',
      () => service.snapshot('dev').requests.size === 0,
      20_000,
    );
    expect(service.health('dev').state).toBe('connected');
  });

  describe('writing', () => {
    beforeEach(async () => {
      service.start();
      await waitFor('live', areAllLive, 10_000);
    });

    it('tells at which field an order is wrong', async () => {
      const redis = await portal().getPromise('redis');

      await expect(
        portal().create(redis, {
          ...manifest,
          spec: { size: 5 },
        }),
      ).rejects.toMatchObject({
        name: 'InputError',
        causes: [{ field: 'spec.size' }],
      });
    });

    it('tells of a field that the API does not know', async () => {
      const redis = await portal().getPromise('redis');

      await expect(
        portal().create(redis, { ...manifest, spec: { sise: 'small' } }),
      ).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringContaining('sise'),
      });
    });

    it('tries without writing', async () => {
      const redis = await portal().getPromise('redis');

      await portal().create(redis, manifest, { dryRun: true });

      expect(
        sandbox.cluster.get(redises, { namespace: 'team-a', name: 'one' }),
      ).toBeUndefined();
    });

    it('changes its own order, and names who else manages a field', async () => {
      const redis = await portal().getPromise('redis');
      await portal().create(redis, manifest);
      await change({ size: 'large' });
      expect(await portal().get(one)).toMatchObject({
        spec: { size: 'large' },
        generation: 2,
      });
      sandbox.cluster.mutate(
        redises,
        { namespace: 'team-a', name: 'one' },
        draft => {
          draft.spec = { size: 'huge' };
        },
        { fieldManager: 'kubectl-edit' },
      );

      await expect(change({ size: 'small' })).rejects.toMatchObject({
        name: 'ConflictError',
        message: expect.stringContaining('kubectl-edit'),
      });
    });

    it.each([
      ['what it created', undefined],
      ['what it created and could not adopt', 'forbid' as const],
    ])('takes a field back out of %s', async (_, fault) => {
      const redis = await portal().getPromise('redis');
      if (fault) {
        sandbox.faults.add({ kind: fault, resource: 'redises', verb: 'patch' });
      }
      await portal().create(redis, manifest);
      sandbox.faults.clear();

      await change({}, { dryRun: true });
      await change({});

      expect((await portal().get(one)).spec).toEqual({});
    });

    it('lets only one of two orders of the same name through, and the other changes nothing', async () => {
      const redis = await portal().getPromise('redis');
      const sizes = ['small', 'large'];

      const orders = await Promise.allSettled(
        sizes.map(size =>
          portal().create(redis, { ...manifest, spec: { size } }),
        ),
      );

      const winner = orders.findIndex(({ status }) => status === 'fulfilled');
      expect(orders[1 - winner]).toMatchObject({
        status: 'rejected',
        reason: { name: 'ConflictError' },
      });
      expect(await portal().get(one)).toMatchObject({
        generation: 1,
        spec: { size: sizes[winner] },
      });
    });

    it('does not let one of two changes undo the other unseen', async () => {
      const redis = await portal().getPromise('redis');
      await portal().create(redis, manifest);
      const existing = await portal().get(one);
      const decided = (size: string) =>
        portal().change(redis, { ...manifest, spec: { size } }, { existing });

      await decided('large');

      await expect(decided('huge')).rejects.toMatchObject({
        name: 'ConflictError',
      });
      expect((await portal().get(one)).spec).toEqual({ size: 'large' });
    });

    it('neither changes nor removes what took the place of the one that was meant', async () => {
      const redis = await portal().getPromise('redis');
      await portal().create(redis, manifest);
      const existing = await portal().get(one);
      await portal().delete(one);
      await waitFor('gone', () => names() === '', 20_000);
      await expect(
        portal().change(redis, manifest, { existing }),
      ).rejects.toMatchObject({ name: 'NotFoundError' });
      await portal().create(redis, manifest);

      await expect(
        portal().change(redis, manifest, { existing }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
      await expect(
        portal().delete(one, { uid: existing.uid }),
      ).rejects.toMatchObject({ name: 'ConflictError' });
    });

    it('starts a removal, and says when there is nothing to remove', async () => {
      await order();
      await portal().delete(one);

      await waitFor('gone', () => names() === '', 20_000);
      await expect(portal().delete(one)).rejects.toMatchObject({
        name: 'NotFoundError',
      });
    });
  });

  it('writes in the name of the user, who may do what the cluster lets them', async () => {
    await sandbox.close();
    sandbox = await startSandbox({ authorization: 'rbac' });
    allow(sandbox, 'group:default/team-a');
    service = createService({ identity: 'impersonate' });
    service.start();
    await waitFor('live', areAllLive, 10_000);
    const redis = await portal().getPromise('redis');
    const as = (...groups: string[]) =>
      service.requests('dev', {
        type: 'user',
        userEntityRef: 'user:default/ana',
        ownershipEntityRefs: ['user:default/ana', ...groups],
      });

    await expect(
      as('group:default/team-b').create(redis, manifest),
    ).rejects.toMatchObject({
      name: 'NotAllowedError',
      message: expect.stringContaining('user:default/ana'),
    });

    await expect(
      as('group:default/team-b', 'group:default/team-a').create(
        redis,
        manifest,
      ),
    ).resolves.toMatchObject({ name: 'one' });
  });
});

function allow(sandbox: Sandbox, group: string): void {
  const rbac = { group: 'rbac.authorization.k8s.io', version: 'v1' };
  sandbox.cluster.create(
    { ...rbac, resource: 'roles' },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'Role',
      metadata: { name: 'orders', namespace: 'team-a' },
      rules: [
        {
          apiGroups: ['example.org'],
          resources: ['redises'],
          verbs: ['get', 'create', 'patch'],
        },
      ],
    },
  );
  sandbox.cluster.create(
    { ...rbac, resource: 'rolebindings' },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name: 'orders', namespace: 'team-a' },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'Role',
        name: 'orders',
      },
      subjects: [
        { apiGroup: 'rbac.authorization.k8s.io', kind: 'Group', name: group },
      ],
    },
  );
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
  });
}
