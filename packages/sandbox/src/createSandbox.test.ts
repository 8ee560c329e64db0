import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  AuthenticationV1Api,
  CoreV1Api,
  CustomObjectsApi,
  KubeConfig,
  Watch,
  makeInformer,
} from '@kubernetes/client-node';
import { createSandbox } from './createSandbox';
import type { Sandbox, SandboxOptions } from './createSandbox';
import { crds, database, databaseCrd, databases } from './testing/databaseCrd';
import { pods, simplePod } from './testing/simplePod';

const running: Sandbox[] = [];

async function start(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await createSandbox({ empty: true, ...options });
  running.push(sandbox);
  return sandbox;
}

function configOf(sandbox: Sandbox): KubeConfig {
  const config = new KubeConfig();
  config.loadFromString(sandbox.kubeconfig);
  return config;
}

async function until(isMet: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!isMet()) {
    if (Date.now() > deadline) {
      throw new Error('it did not happen within 5 s');
    }
    await new Promise(resolve => {
      setTimeout(resolve, 10);
    });
  }
}

const path = '/apis/example.org/v1/namespaces/default/databases';
const namespaced = {
  group: 'example.org',
  version: 'v1',
  namespace: 'default',
  plural: 'databases',
};

afterEach(async () => {
  await Promise.all(running.splice(0).map(sandbox => sandbox.close()));
});

describe('createSandbox', () => {
  it('lets the Kubernetes client in by its kubeconfig, over TLS and with a token', async () => {
    const config = configOf(await start());

    const namespaces = await config.makeApiClient(CoreV1Api).listNamespace();
    const review = await config
      .makeApiClient(AuthenticationV1Api)
      .createSelfSubjectReview({ body: {} });

    expect(config.getCurrentCluster()?.server).toMatch(/^https:/);
    expect(namespaces.items.map(({ metadata }) => metadata?.name)).toContain(
      'default',
    );
    expect(review.status?.userInfo?.username).toBe('sandbox-admin');
  });

  it('serves custom objects to the Kubernetes client', async () => {
    const sandbox = await start();
    const config = configOf(sandbox);
    const api = config.makeApiClient(CustomObjectsApi);
    sandbox.cluster.create(crds, databaseCrd);

    const created = await api.createNamespacedCustomObject({
      ...namespaced,
      body: database('a'),
    });
    const listed = await api.listNamespacedCustomObject(namespaced);

    expect(created).toMatchObject({ spec: { size: 'small', replicas: 1 } });
    expect(listed).toMatchObject({
      kind: 'DatabaseList',
      items: [{ metadata: { name: 'a' } }],
    });
  });

  it('keeps an informer of the Kubernetes client going when the history expires', async () => {
    const sandbox = await start();
    sandbox.cluster.create(crds, databaseCrd);
    sandbox.cluster.create(databases, database('a'));
    const config = configOf(sandbox);
    const api = config.makeApiClient(CustomObjectsApi);
    const informer = makeInformer(config, path, () =>
      api.listNamespacedCustomObject(namespaced),
    );
    await informer.start();
    await until(() => informer.list().length === 1);

    sandbox.cluster.create(databases, database('b'));
    await until(() => informer.list().length === 2);
    sandbox.expireHistory();
    sandbox.cluster.create(databases, database('c'));
    await until(() => informer.list().length === 3);
    await informer.stop();

    expect(informer.list().map(({ metadata }) => metadata?.name)).toEqual(
      expect.arrayContaining(['a', 'b', 'c']),
    );
  });

  it('ends watches when it closes', async () => {
    const sandbox = await start();
    sandbox.cluster.create(crds, databaseCrd);
    const outcome = new Promise<void>((resolve, reject) => {
      new Watch(configOf(sandbox))
        .watch(
          path,
          {},
          () => {},
          () => resolve(),
        )
        .catch(reject);
    });
    await until(() => sandbox.requests.entries().length > 0);

    await sandbox.close();

    await expect(outcome).resolves.toBeUndefined();
  });

  it('keeps objects, identities and versions in a file', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const stateFile = join(directory, 'state.json');
    const first = await start({ stateFile });
    first.cluster.create(crds, databaseCrd);
    const before = first.cluster.create(databases, database('a'));
    await first.close();

    const second = await start({ stateFile });
    const after = second.cluster.get(databases, before.metadata);
    const next = second.cluster.create(databases, database('b'));
    await second.close();
    rmSync(directory, { recursive: true });

    expect(after).toEqual(before);
    expect(Number(next.metadata.resourceVersion)).toBeGreaterThan(
      Number(before.metadata.resourceVersion),
    );
  });

  it('keeps what containers printed in the file, and says of the rest that it is gone', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'sandbox-'));
    const stateFile = join(directory, 'state.json');
    const first = await start({ stateFile });
    first.cluster.create(pods, simplePod('kept'));
    first.cluster.create(pods, simplePod('lost'));
    ['kept', 'lost'].forEach(name => end(first, name));
    first.cluster.logs.append(keyOf('kept'), 'main', 'first attempt');
    first.cluster.logs.restart(keyOf('kept'), 'main');
    first.cluster.logs.append(keyOf('kept'), 'main', 'done');
    first.cluster.logs.close(keyOf('kept'), 'main');
    await first.close();

    const second = await start({ stateFile });
    const logOf = async (name: string, query = '') =>
      (
        await fetch(
          `${second.url}/api/v1/namespaces/default/pods/${name}/log?container=main${query}`,
        )
      ).text();

    expect(await logOf('kept')).toBe('done\n');
    expect(await logOf('kept', '&follow=true')).toBe('done\n');
    expect(await logOf('kept', '&previous=true')).toBe('first attempt\n');
    expect(second.cluster.logs.count(keyOf('kept'), 'main')).toBe(1);
    expect(await logOf('lost')).toBe(
      'unable to retrieve container logs for containerd://1',
    );
    expect(await logOf('lost', '&previous=true')).toContain(
      'previous terminated container \\"main\\" in pod \\"lost\\" not found',
    );
    await second.close();
    rmSync(directory, { recursive: true });
  });

  it('knows its clients again after a restart', async () => {
    const first = await start();
    const config = configOf(first);
    await first.close();

    await start({ port: first.port, resumeFrom: first.kubeconfig });
    const { items } = await config.makeApiClient(CoreV1Api).listNamespace();

    expect(items.length).toBeGreaterThan(0);
  });
});

const keyOf = (name: string) => ({ namespace: 'default', name });

function end(sandbox: Sandbox, name: string) {
  sandbox.cluster.mutate(
    pods,
    keyOf(name),
    draft => {
      draft.status = {
        phase: 'Succeeded',
        containerStatuses: [
          {
            name: 'main',
            image: 'a',
            imageID: 'a',
            ready: false,
            restartCount: 0,
            containerID: 'containerd://1',
            state: { terminated: { exitCode: 0, reason: 'Completed' } },
          },
        ],
      };
    },
    { subresource: 'status' },
  );
}
