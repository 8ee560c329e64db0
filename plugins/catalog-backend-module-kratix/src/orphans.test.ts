import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Sandbox } from '@kratix-portal/sandbox';
import catalogModuleKratix from './index';
import { RecordingCatalog } from './__testUtils__/RecordingCatalog';
import {
  crds,
  createPromise,
  order,
  platformConfig,
  promises,
  redises,
  startSandbox,
  until,
} from './__testUtils__/sandboxPlatform';

jest.setTimeout(60_000);

const cacheRef = 'resource:default/redis.team-a.cache';
const promiseRef = 'component:default/redis';

describe('requests of a Promise that no longer exists', () => {
  let sandbox: Sandbox;
  const backends: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    sandbox = await startSandbox({ empty: true });
    createPromise(sandbox);
    await order(sandbox, 'cache');
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

    createPromise(sandbox);
    await until(() => catalog.entities.has(promiseRef) && !isOrphan(catalog));
    expect(catalog.removed).not.toContain(cacheRef);
  });

  it('are found by a backend that starts afterwards', async () => {
    loseThePromise();

    const catalog = await start();

    await until(() => isOrphan(catalog));
    expect(catalog.removed).not.toContain(cacheRef);
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
    expect(catalog.removed).toContain(cacheRef);
  });

  it('go with the Promise when it is removed as it should be', async () => {
    const catalog = await start();
    await until(() => catalog.entities.has(cacheRef));

    sandbox.cluster.delete(promises, { name: 'redis' });

    await until(() => !catalog.entities.has(promiseRef));
    await until(() => !catalog.entities.has(cacheRef));
    expect(catalog.removed).toContain(cacheRef);
  });

  it('go with the Promise where nobody may look for APIs', async () => {
    sandbox.faults.add({ kind: 'forbid', resource: crds.resource });
    const catalog = await start();
    await until(() => catalog.entities.has(cacheRef));

    loseThePromise();

    await until(() => !catalog.entities.has(cacheRef));
    expect(catalog.removed).toContain(cacheRef);
  });

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
          mockServices.rootConfig.factory({
            data: {
              backend: { baseUrl: 'http://localhost' },
              kratix: { platforms: [platformConfig(sandbox)] },
            },
          }),
        ],
      }),
    );
    return catalog;
  }
});
