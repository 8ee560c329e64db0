import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findMeans } from './assets/findMeans';
import { waitUntil } from './processes/waitUntil';
import type { RealPlatform } from './RealPlatform';
import { startRealPlatform } from './startRealPlatform';

const execFileAsync = promisify(execFile);
const isWanted = process.env.KRATIX_PORTAL_REAL === '1';
const describeReal = isWanted ? describe : describe.skip;
if (!isWanted) {
  process.stderr.write(
    'SKIPPED: the real platform is not started, because KRATIX_PORTAL_REAL is not 1.\n',
  );
}

const CONFIGURE = `#!/bin/sh
set -eu
echo "configuring $KRATIX_OBJECT_NAME"
grep -q 'broken: true' /kratix/input/object.yaml && exit 3
printf 'apiVersion: v1\\nkind: ConfigMap\\nmetadata: {name: %s}\\n' "$KRATIX_OBJECT_NAME" > /kratix/output/made.yaml
printf 'message: made it\\n' > /kratix/metadata/status.yaml
`;

const PROMISE = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: { name: 'gadget', labels: { 'kratix.io/promise-version': 'v1' } },
  spec: {
    destinationSelectors: [{ matchLabels: { environment: 'dev' } }],
    api: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'gadgets.test.example' },
      spec: {
        group: 'test.example',
        scope: 'Namespaced',
        names: { kind: 'Gadget', plural: 'gadgets', singular: 'gadget' },
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
                    properties: { broken: { type: 'boolean' } },
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
            metadata: { name: 'make' },
            spec: { containers: [{ name: 'make', image: 'test/make:v1' }] },
          },
        ],
      },
    },
  },
};

describeReal('startRealPlatform', () => {
  let platform: RealPlatform;
  let scripts: string;

  const kubectl = async (...args: string[]) => {
    const { stdout } = await execFileAsync(platform.kubectl, [
      `--kubeconfig=${platform.kubeconfigPath}`,
      ...args,
    ]);
    return stdout;
  };
  const apply = async (object: unknown) => {
    const path = join(scripts, 'object.json');
    await writeFile(path, JSON.stringify(object));
    return await kubectl('apply', '--server-side', `--filename=${path}`);
  };
  const request = (name: string, spec: object) => ({
    apiVersion: 'test.example/v1',
    kind: 'Gadget',
    metadata: { name, namespace: 'default' },
    spec,
  });
  const read = async (kind: string, ...args: string[]) =>
    JSON.parse(await kubectl('get', kind, '--output=json', ...args));
  const untilCondition = (name: string, type: string, reason: string) =>
    waitUntil(
      async () => {
        const { status } = await read('gadget', name);
        return (status?.conditions ?? []).some(
          (c: { type: string; reason: string }) =>
            c.type === type && c.reason === reason,
        );
      },
      { what: `${name} to be ${type} with ${reason}`, timeoutMs: 90_000 },
    );

  beforeAll(async () => {
    scripts = await mkdtemp(join(tmpdir(), 'real-platform-test-'));
    const script = join(scripts, 'make');
    await writeFile(script, CONFIGURE);
    await chmod(script, 0o755);
    const means = await findMeans(sentence =>
      process.stderr.write(`${sentence}\n`),
    );
    if (!means.ok) {
      throw new Error(means.problem);
    }
    platform = await startRealPlatform({
      means: means.value,
      images: { 'test/make:v1': { entrypoint: [script] } },
      kratixSettings: { stateStoreReconciliationInterval: '5s' },
    });
    await apply(PROMISE);
    await kubectl('wait', '--for=condition=Available', 'promise/gadget');
  }, 1_800_000);

  afterAll(async () => {
    await platform?.close();
    await rm(scripts, { recursive: true, force: true });
  });

  it('brings a request to Ready, its files to the store and its log to kubectl', async () => {
    await apply(request('good', {}));
    await untilCondition('good', 'Reconciled', 'Reconciled');

    const { status } = await read('gadget', 'good');
    expect(status.message).toBe('made it');
    await waitUntil(
      async () =>
        platform.store
          .objects('kratix')
          .some(object => object.key.endsWith('/good/make/5058f/made.yaml')),
      { what: 'the file in the store', timeoutMs: 30_000 },
    );
    const log = await kubectl(
      'logs',
      '--selector=kratix.io/resource-name=good',
      '--container=make',
    );
    expect(log).toBe('configuring good\n');
  }, 150_000);

  it('lets a pipeline fail as a cluster would', async () => {
    await apply(request('bad', { broken: true }));
    await untilCondition('bad', 'Reconciled', 'ConfigureWorkflowFailed');

    const { status } = await read('gadget', 'bad');
    expect(status.kratix.workflows.pipelines).toMatchObject([
      { name: 'make', phase: 'Failed' },
    ]);
  }, 150_000);

  it('shows a write that the store refuses', async () => {
    platform.store.fail(true);
    await apply(request('stuck', {}));

    const isSeen = waitUntil(
      async () => {
        const { items } = await read('workplacements', '--all-namespaces');
        return items.some(
          (item: {
            spec: { resourceName: string };
            status?: { conditions?: { type: string; status: string }[] };
          }) =>
            item.spec.resourceName === 'stuck' &&
            item.status?.conditions?.some(
              c => c.type === 'WriteSucceeded' && c.status === 'False',
            ),
        );
      },
      { what: 'a WorkPlacement that failed to be written', timeoutMs: 90_000 },
    );

    await expect(isSeen).resolves.not.toThrow();
    platform.store.fail(false);
  }, 150_000);

  it('asks Kratix at admission', async () => {
    const clusterScoped = structuredClone(PROMISE);
    clusterScoped.metadata.name = 'other';
    clusterScoped.spec.api.metadata.name = 'others.test.example';
    clusterScoped.spec.api.spec.names.plural = 'others';
    clusterScoped.spec.api.spec.scope = 'Cluster';

    await expect(apply(clusterScoped)).rejects.toThrow(
      /promise api needs to be namespace scoped/,
    );
  });

  it('records who was impersonated', async () => {
    await expect(
      kubectl('get', 'gadgets', '--as=user:default/jane', '--as-group=team-a'),
    ).rejects.toThrow(/User "user:default\/jane" cannot list resource/);

    const events = await platform.auditLog();
    expect(events).toContainEqual(
      expect.objectContaining({
        verb: 'list',
        user: expect.objectContaining({ username: 'admin' }),
        impersonatedUser: expect.objectContaining({
          username: 'user:default/jane',
          groups: ['team-a', 'system:authenticated'],
        }),
        responseStatus: expect.objectContaining({ code: 403 }),
      }),
    );
  });
});
