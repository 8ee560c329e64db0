import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import catalogModuleKratix from './index';
import { promiseJson } from './__testUtils__/platformState';
import { RecordingCatalog } from './__testUtils__/RecordingCatalog';

jest.setTimeout(60_000);

const at = (group: string, resource: string, version = 'v1') => ({
  group,
  version,
  resource,
});
const promises = at('platform.kratix.io', 'promises', 'v1alpha1');
const crds = at('apiextensions.k8s.io', 'customresourcedefinitions');
const redises = at('example.com', 'rediss');
const cacheRef = 'resource:default/redis.team-a.cache';
const promiseRef = 'component:default/redis';

describe('requests of a Promise that no longer exists', () => {
  let sandbox: Sandbox;
  const backends: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    sandbox = await createSandbox({
      empty: true,
      tokens: { portal: { user: 'portal', groups: ['system:masters'] } },
      log: () => undefined,
    });
    sandbox.cluster.create(at('', 'namespaces'), {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'team-a' },
    });
    createPromise();
    await until(() => sandbox.cluster.serves(redises));
    sandbox.cluster.create(redises, {
      apiVersion: 'example.com/v1',
      kind: 'Redis',
      metadata: { name: 'cache', namespace: 'team-a' },
      spec: { size: 'small' },
    });
  });

  afterEach(async () => {
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
    await sandbox.close();
  });

  it('stay, and say so, as long as their API is there', async () => {
    const catalog = await start();
    await until(() => catalog.entities.has(cacheRef));

    loseThePromise();

    await until(() => isOrphan(catalog));
    expect(catalog.entities.has(promiseRef)).toBe(false);
    expect(catalog.removed).not.toContain(cacheRef);

    createPromise();
    await until(() => catalog.entities.has(promiseRef) && !isOrphan(catalog));
    expect(catalog.removed).not.toContain(cacheRef);
  });

  it('are found by a backend that starts afterwards', async () => {
    loseThePromise();

    const catalog = await start();

    await until(() => isOrphan(catalog));
  });

  it('go with their API', async () => {
    const catalog = await start();
    await until(() => catalog.entities.has(cacheRef));
    loseThePromise();
    await until(() => isOrphan(catalog));

    sandbox.cluster.mutate(
      redises,
      { namespace: 'team-a', name: 'cache' },
      ({ metadata }) => {
        metadata.finalizers = [];
      },
    );
    sandbox.cluster.delete(crds, { name: 'rediss.example.com' });

    await until(() => !catalog.entities.has(cacheRef));
  });

  it('go with the Promise when it is removed as it should be', async () => {
    const catalog = await start();
    await until(() => catalog.entities.has(cacheRef));

    sandbox.cluster.delete(promises, { name: 'redis' });

    await until(() => !catalog.entities.has(promiseRef));
    await until(() => !catalog.entities.has(cacheRef));
  });

  it('go with the Promise where nobody may look for APIs', async () => {
    sandbox.faults.add({ kind: 'forbid', resource: crds.resource });
    const catalog = await start();
    await until(() => catalog.entities.has(cacheRef));

    loseThePromise();

    await until(() => !catalog.entities.has(cacheRef));
  });

  function createPromise(): void {
    sandbox.cluster.create(promises, {
      ...promiseJson('redis'),
      metadata: { name: 'redis' },
    });
  }

  /** Without what its finalizers would have removed first. */
  function loseThePromise(): void {
    sandbox.cluster.mutate(promises, { name: 'redis' }, ({ metadata }) => {
      metadata.finalizers = [];
    });
    sandbox.cluster.delete(promises, { name: 'redis' });
  }

  const isOrphan = (catalog: RecordingCatalog) =>
    catalog.entities.get(cacheRef)?.metadata.annotations?.[
      entityAnnotations.promiseState
    ] === 'gone';

  async function start(): Promise<RecordingCatalog> {
    const catalog = new RecordingCatalog();
    backends.push(
      await startTestBackend({
        features: [
          ...catalog.features(),
          catalogModuleKratix,
          mockServices.rootConfig.factory({ data: configFor(sandbox.url) }),
        ],
      }),
    );
    return catalog;
  }
});

function configFor(url: string) {
  return {
    backend: { baseUrl: 'http://localhost' },
    kratix: {
      platforms: [
        {
          name: 'dev',
          connection: { cluster: { url, serviceAccountToken: 'portal' } },
          identity: 'service-account',
        },
      ],
    },
  };
}

async function until(isSo: () => boolean): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!isSo()) {
    if (Date.now() > deadline) {
      throw new Error('It did not come within 20 s');
    }
    await new Promise(resolve => setTimeout(resolve, 20));
  }
}
