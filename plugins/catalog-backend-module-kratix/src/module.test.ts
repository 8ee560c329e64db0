import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleTemplates from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import type { Knex } from 'knex';
import catalogModuleKratix from './index';
import { promiseJson } from './__testUtils__/platformState';

jest.setTimeout(60_000);

const promises = {
  group: 'platform.kratix.io',
  version: 'v1alpha1',
  resource: 'promises',
};
const redises = { group: 'example.com', version: 'v1', resource: 'rediss' };
const cacheRef = 'resource:default/redis.team-a.cache';
const promiseRefs = [
  'component:default/redis',
  'api:default/redis',
  'template:default/redis',
];

describe('catalogModuleKratix', () => {
  let sandbox: Sandbox;
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const backends: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    sandbox = await startSandbox();
    createPromise('redis');
  });

  afterEach(async () => {
    await stop();
    await sandbox.close();
  });

  async function stop(): Promise<void> {
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
  }

  it('makes Component, API, Template and Resource, with their relations', async () => {
    const { get } = await start();
    await order('cache');

    for (const ref of [...promiseRefs, cacheRef]) {
      expect(await until(() => get(ref))).toBeDefined();
    }
    const resource = await until(async () => {
      const entity = await get(cacheRef);
      return (entity?.relations?.length ?? 0) >= 2 ? entity : undefined;
    });
    expect(resource.relations).toEqual(
      expect.arrayContaining([
        { type: 'dependsOn', targetRef: 'component:default/redis' },
        { type: 'ownedBy', targetRef: 'group:default/platform' },
      ]),
    );
  });

  it('follows a request to its end', async () => {
    const { get } = await start();
    await order('cache');
    await until(async () => phaseOf(await get(cacheRef)) === 'Ready');

    sandbox.cluster.delete(redises, { namespace: 'team-a', name: 'cache' });

    await until(async () => !(await get(cacheRef)));
    expect(await get('component:default/redis')).toBeDefined();
  });

  it('keeps every entity while the platform does not answer, and goes on afterwards', async () => {
    const { get } = await start();
    await order('cache');
    await until(() => get(cacheRef));

    sandbox.faults.add({ kind: 'refuse' });
    sandbox.dropConnections();
    sandbox.cluster.delete(redises, { namespace: 'team-a', name: 'cache' });
    await pause(2_000);
    expect(await get(cacheRef)).toBeDefined();
    expect(await get('component:default/redis')).toBeDefined();

    sandbox.faults.clear();
    await until(async () => !(await get(cacheRef)), 30_000);
    expect(await get('component:default/redis')).toBeDefined();
  });

  it('serves the other Promises while the API of one is not there', async () => {
    const { get } = await start();
    sandbox.faults.add({ kind: 'forbid', resource: 'vaults' });
    createPromise('vault');
    await order('cache');

    expect(await until(() => get(cacheRef))).toBeDefined();
    expect(await until(() => get('component:default/vault'))).toBeDefined();
  });

  describe('when it starts anew over the same database', () => {
    it('removes what went meanwhile', async () => {
      const knex = await databases.init('SQLITE_3');
      const first = await start(knex);
      await order('cache');
      await order('other');
      await until(() => first.get(cacheRef));
      await until(() => first.get('resource:default/redis.team-a.other'));
      await stop();

      sandbox.cluster.delete(redises, { namespace: 'team-a', name: 'cache' });
      const second = await start(knex);

      await until(async () => !(await second.get(cacheRef)));
      expect(
        await second.get('resource:default/redis.team-a.other'),
      ).toBeDefined();
    });

    it('refuses to remove most of what is there, and says so', async () => {
      const knex = await databases.init('SQLITE_3');
      const first = await start(knex);
      const names = Array.from({ length: 12 }, (_, index) => `r${index}`);
      for (const name of names) {
        await order(name);
      }
      for (const name of names) {
        await until(() => first.get(`resource:default/redis.team-a.${name}`));
      }
      await stop();

      // Another cluster behind the same name, say.
      await sandbox.close();
      sandbox = await startSandbox();
      const second = await start(knex);

      await until(async () =>
        second.warnings.some(warning =>
          warning.startsWith('Refused to remove'),
        ),
      );
      await pause(1_500);
      for (const name of names) {
        expect(
          await second.get(`resource:default/redis.team-a.${name}`),
        ).toBeDefined();
      }
    });
  });

  async function startSandbox(): Promise<Sandbox> {
    const started = await createSandbox({
      tokens: { portal: { user: 'portal', groups: ['system:masters'] } },
      log: () => undefined,
    });
    started.cluster.create(
      { group: '', version: 'v1', resource: 'namespaces' },
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } },
    );
    return started;
  }

  function createPromise(name: string): void {
    sandbox.cluster.create(promises, {
      ...promiseJson(name),
      metadata: { name },
    });
  }

  async function order(name: string): Promise<void> {
    await until(async () => sandbox.cluster.serves(redises));
    sandbox.cluster.create(redises, {
      apiVersion: 'example.com/v1',
      kind: 'Redis',
      metadata: { name, namespace: 'team-a' },
      spec: { size: 'small' },
    });
  }

  async function start(knex?: Knex) {
    const served: { catalog?: CatalogService } = {};
    const probe = createBackendPlugin({
      pluginId: 'probe',
      register(env) {
        env.registerInit({
          deps: { catalog: catalogServiceRef },
          async init({ catalog }) {
            served.catalog = catalog;
          },
        });
      },
    });
    const warnings: string[] = [];
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleTemplates,
        catalogModuleKratix,
        probe,
        ...(knex ? [mockServices.database.factory({ knex })] : []),
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => collectWarnings(warnings),
        }),
        mockServices.rootConfig.factory({ data: configFor(sandbox.url) }),
      ],
    });
    backends.push(backend);
    return {
      warnings,
      get: async (ref: string): Promise<Entity | undefined> =>
        served.catalog?.getEntityByRef(ref, {
          credentials: mockCredentials.service(),
        }),
    };
  }
});

function configFor(url: string) {
  return {
    backend: { baseUrl: 'http://localhost' },
    catalog: { stitchingStrategy: { pollingInterval: { milliseconds: 100 } } },
    kratix: {
      platforms: [
        {
          name: 'dev',
          connection: { cluster: { url, serviceAccountToken: 'portal' } },
          identity: 'service-account',
          catalog: { defaultOwner: 'group:default/platform' },
        },
      ],
    },
  };
}

function collectWarnings(warnings: string[]): RootLoggerService {
  const logger: RootLoggerService = {
    error: message => void warnings.push(message),
    warn: message => void warnings.push(message),
    info: () => undefined,
    debug: () => undefined,
    child: () => logger,
  };
  return logger;
}

function phaseOf(entity: Entity | undefined): string | undefined {
  return entity?.metadata.annotations?.[entityAnnotations.phase];
}

/** Asks again and again until there is an answer. */
async function until<T>(
  ask: () => Promise<T | undefined | false>,
  timeoutMs = 20_000,
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
    await pause(50);
  }
}

/** Time for what must not happen. */
function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms));
}
