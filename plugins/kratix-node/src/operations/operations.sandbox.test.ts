import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  derivePhase,
  readLastOperation,
  type RequestManifest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  createSandbox,
  systemClock,
  type Sandbox,
} from '@kratix-portal/sandbox';
import { redisPromise } from '../__fixtures__/kratixObjects';
import { waitFor } from '../__fixtures__/waitFor';
import { HttpKubernetesConnection } from '../cluster/HttpKubernetesConnection';
import { KubeConfigSource } from '../cluster/access/KubeConfigSource';
import { readKratixConfig } from '../config/readKratixConfig';
import { DefaultKratixService } from '../service/DefaultKratixService';
import type { RequestOperations } from '../service/RequestOperations';

// Operations against the whole sandbox, which plays what Kratix makes of them.
jest.setTimeout(60_000);

const group = 'platform.kratix.io';
const promiseType = { group, version: 'v1alpha1', resource: 'promises' };
const destinations = { group, version: 'v1alpha1', resource: 'destinations' };
const dryRuns = { group, version: 'v1alpha1', resource: 'dryruns' };
const namespaces = { group: '', version: 'v1', resource: 'namespaces' };

const pipeline = (name: string) => ({
  apiVersion: `${group}/v1alpha1`,
  kind: 'Pipeline',
  metadata: { name },
  spec: { containers: [{ name: 'work', image: 'example.org/work:1' }] },
});

function promise(version: string) {
  const base = redisPromise();
  return {
    ...base,
    apiVersion: `${group}/v1alpha1`,
    kind: 'Promise',
    metadata: {
      name: 'redis',
      labels: { 'kratix.io/promise-version': version },
      annotations: { 'sandbox.kratix-portal.io/duration': '1s' },
    },
    spec: {
      ...(base.spec as object),
      workflows: {
        resource: {
          configure: [pipeline('plan'), pipeline('apply')],
          delete: [pipeline('destroy')],
        },
      },
    },
    status: undefined,
  };
}

const one = { promise: 'redis', namespace: 'team-a', name: 'one' };
const manifest: RequestManifest = {
  apiVersion: 'example.org/v1',
  kind: 'Redis',
  metadata: { name: 'one', namespace: 'team-a' },
  spec: { size: 'small' },
};

describe('operations on the sandbox', () => {
  const directory = createMockDirectory();
  let sandbox: Sandbox;
  let service: DefaultKratixService;
  let operations: RequestOperations;

  beforeEach(async () => {
    directory.clear();
    sandbox = await createSandbox({
      clock: systemClock({ speed: 20 }),
      empty: true,
      stateFile: directory.resolve('state.json'),
      log: () => {},
    });
    directory.addContent({ kubeconfig: sandbox.kubeconfig });
    sandbox.cluster.create(namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'team-a' },
    });
    sandbox.cluster.create(destinations, destination('worker', {}));
    sandbox.cluster.create(promiseType, promise('v1.0.0'));
    service = createService();
    operations = service.operations('dev', {
      type: 'user',
      userEntityRef: 'user:default/ana',
      ownershipEntityRefs: [],
    });
    service.start();
    await waitFor('served', () => known() !== undefined, 10_000);
  });

  afterEach(async () => {
    service.stop();
    await sandbox.close();
  });

  function createService(): DefaultKratixService {
    const config = mockServices.rootConfig({
      data: {
        kratix: {
          platforms: [
            {
              name: 'dev',
              sandbox: true,
              identity: 'service-account',
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
      logger: mockServices.logger.mock(),
    });
  }

  const connect = () =>
    new HttpKubernetesConnection(
      new KubeConfigSource({
        type: 'kubeconfig',
        path: directory.resolve('kubeconfig'),
      }),
    );
  const known = () => {
    const collection = service.snapshot('dev').requests.get('redis');
    return collection?.state === 'synced' ? collection.items : undefined;
  };
  const found = () => known()?.find(({ name }) => name === 'one');
  const phase = () => {
    const request = found();
    return request && derivePhase(request).phase;
  };
  const becomes = (expected: string) =>
    waitFor(expected, () => phase() === expected, 20_000);
  /** Kratix tells new Jobs from old ones by creation times of whole seconds, and those are not sped up. */
  const nextSecond = () => {
    const second = Math.floor(Date.now() / 1_000);
    return waitFor(
      'the next second',
      () => Math.floor(Date.now() / 1_000) > second,
      2_000,
    );
  };
  const client = () => service.requests('dev', { type: 'portal' });

  async function order(annotations: Record<string, string> = {}) {
    const created = await client().create(await client().getPromise('redis'), {
      ...manifest,
      metadata: { ...manifest.metadata, annotations },
    });
    return created.uid;
  }

  it('pauses and resumes, and tells who did', async () => {
    const uid = await order();
    await becomes('Ready');

    await operations.pause(one, { uid, note: 'Holiday' });
    await becomes('Paused');

    expect(readLastOperation(found()?.annotations ?? {})).toMatchObject({
      name: 'pause',
      by: 'user:default/ana',
      note: 'Holiday',
    });

    await nextSecond();
    await operations.unpause(one, { uid });
    await becomes('Ready');
  });

  it('does not lose the pause when the order is changed', async () => {
    const uid = await order();
    await becomes('Ready');
    await operations.pause(one, { uid });

    await client().change(
      await client().getPromise('redis'),
      { ...manifest, spec: { size: 'large' } },
      { existing: await client().get(one) },
    );

    const { labels, spec } = await client().get(one);
    expect(labels['kratix.io/paused']).toBe('true');
    expect(spec).toEqual({ size: 'large' });
  });

  it('runs the workflow again', async () => {
    const uid = await order();
    await becomes('Ready');

    await nextSecond();
    await operations.rerun(one, { uid });
    await becomes('Running');
    await becomes('Ready');

    expect(found()?.labels['kratix.io/manual-reconciliation']).toBeUndefined();
  });

  it('lets a workflow go on, and only the one that was seen waiting', async () => {
    const uid = await order({
      'sandbox.kratix-portal.io/suspend': 'Please approve',
    });
    await becomes('Suspended');
    await waitFor('the reason', () => waiting() !== undefined, 5_000);

    await expect(
      operations.resumeWorkflow(one, { uid, pipeline: 'apply' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    await operations.resumeWorkflow(one, {
      uid,
      pipeline: waiting()?.name,
      since: waiting()?.lastTransitionTime,
    });

    await becomes('Ready');
    await expect(operations.resumeWorkflow(one, { uid })).rejects.toMatchObject(
      { name: 'ConflictError' },
    );
  });

  const waiting = () =>
    found()?.status.pipelines?.find(
      ({ phase: state }) => state === 'Suspended',
    );

  it('does not wait for the next attempt', async () => {
    const uid = await order({
      'sandbox.kratix-portal.io/retry-after':
        '{after: 2h, message: Not there yet}',
    });
    await becomes('Suspended');

    await operations.retryNow(one, { uid });

    await becomes('Ready');
    expect((await client().get(one)).uid).toBe(uid);
  });

  it('writes nothing to what only has the same name', async () => {
    await order();
    await becomes('Ready');

    await expect(
      operations.pause(one, { uid: 'another' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    expect((await client().get(one)).labels['kratix.io/paused']).toBe(
      undefined,
    );
  });

  it('leaves alone what somebody else applies', async () => {
    const uid = await order();
    await becomes('Ready');
    await connect().requestJson({
      method: 'PATCH',
      path: '/apis/example.org/v1/namespaces/team-a/redises/one',
      query: { fieldManager: 'argocd-controller' },
      body: {
        contentType: 'application/apply-patch+yaml',
        json: {
          apiVersion: 'example.org/v1',
          kind: 'Redis',
          metadata: { name: 'one', labels: { 'kratix.io/paused': 'true' } },
        },
      },
      timeoutMs: 30_000,
    });

    await expect(operations.unpause(one, { uid })).rejects.toThrow(
      /managed by argocd-controller/,
    );
  });

  it('removes it by way of its delete workflow', async () => {
    const uid = await order();
    await becomes('Ready');

    await operations.delete(one, { uid });

    await becomes('Deleting');
    await waitFor('gone', () => found() === undefined, 20_000);
    await expect(client().get(one)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('upgrades and rolls back', async () => {
    const uid = await order();
    await becomes('Ready');
    await operations.setVersion(one, { uid, version: 'v1.0.0' });
    sandbox.cluster.mutate(promiseType, { name: 'redis' }, draft => {
      draft.metadata.labels = {
        ...draft.metadata.labels,
        'kratix.io/promise-version': 'v1.1.0',
      };
    });
    const at = (version: string) =>
      waitFor(
        version,
        () => phase() === 'Ready' && found()?.status.promiseVersion === version,
        20_000,
      );
    await waitFor(
      'revision',
      () => {
        const { revisions } = service.snapshot('dev');
        return revisions.state === 'synced' && revisions.items.length === 2;
      },
      10_000,
    );

    await nextSecond();
    await operations.setVersion(one, {
      uid,
      version: 'v1.1.0',
      from: 'v1.0.0',
    });
    await at('v1.1.0');
    await expect(
      operations.setVersion(one, { uid, version: 'latest', from: 'v1.0.0' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    await nextSecond();
    await operations.setVersion(one, { uid, version: 'v1.0.0' });
    await at('v1.0.0');

    expect(await operations.getBinding(one)).toMatchObject({
      version: 'v1.0.0',
    });
  });

  it('previews a change, and removes what it made', async () => {
    sandbox.cluster.create(
      destinations,
      destination('previews', { 'kratix.io/dry-run': 'true' }),
    );
    await order();
    await becomes('Ready');

    const handle = await operations.startPreview(
      await client().getPromise('redis'),
      { ...manifest, spec: { size: 'large' } },
    );
    await expect(
      operations.readPreview({ ...handle, name: 'other' }),
    ).rejects.toMatchObject({ name: 'NotFoundError' });
    let report = await operations.readPreview(handle);
    for (let tries = 0; report.state === 'running' && tries < 400; tries += 1) {
      await new Promise(resolve => setTimeout(resolve, 100));
      report = await operations.readPreview(handle);
    }
    await operations.removePreview(handle);
    await operations.removePreview(handle);

    expect(report).toMatchObject({ state: 'done', isComplete: true });
    const files =
      report.state === 'done'
        ? report.sections.flatMap(section => section.files)
        : [];
    expect(files.map(({ change }) => change)).toContain('changed');
    const diffs = files.map(({ diff }) => diff).join('\n');
    expect(diffs).toMatch(/^-.*small/m);
    expect(diffs).toMatch(/^\+.*large/m);
    expect(diffs).not.toContain('kratix-dry-run');
    expect(
      sandbox.cluster.get(dryRuns, {
        namespace: 'team-a',
        name: handle.preview,
      }),
    ).toBeUndefined();
  });

  it('pauses a Promise, and takes it up again', async () => {
    const promises = service.promiseOperations('dev', {
      type: 'user',
      userEntityRef: 'user:default/ana',
      ownershipEntityRefs: [],
    });
    const { uid } = await client().getPromise('redis');

    await expect(
      promises.pause('redis', { uid: 'another' }),
    ).rejects.toMatchObject({ name: 'ConflictError' });
    const paused = await promises.pause('redis', { uid });
    expect(paused.isPaused).toBe(true);
    expect(readLastOperation(paused.annotations)).toMatchObject({
      name: 'pause',
      by: 'user:default/ana',
    });

    const resumed = await promises.unpause('redis', { uid });
    expect(resumed.isPaused).toBe(false);
  });

  describe('validate', () => {
    it('answers with what would be stored', async () => {
      await expect(
        operations.validate(await client().getPromise('redis'), manifest, {
          mode: 'create',
        }),
      ).resolves.toMatchObject({ ok: true, request: { name: 'one' } });
      expect(known()).toEqual([]);
    });

    it.each(['create', 'change'] as const)(
      'names the field that would be refused in a %s',
      async mode => {
        if (mode === 'change') {
          await order();
        }
        const verdict = await operations.validate(
          await client().getPromise('redis'),
          { ...manifest, spec: { size: 3 } },
          { mode },
        );

        expect(verdict).toMatchObject({
          ok: false,
          errors: [{ path: 'spec.size' }],
        });
      },
    );

    it('says that the name is taken', async () => {
      await order();

      await expect(
        operations.validate(await client().getPromise('redis'), manifest, {
          mode: 'create',
        }),
      ).resolves.toMatchObject({
        ok: false,
        message: expect.stringContaining('exists already'),
      });
    });
  });
});

function destination(name: string, labels: Record<string, string>) {
  return {
    apiVersion: `${group}/v1alpha1`,
    kind: 'Destination',
    metadata: { name, labels },
    spec: {
      path: name,
      stateStoreRef: { kind: 'BucketStateStore', name: 'default' },
    },
  };
}
