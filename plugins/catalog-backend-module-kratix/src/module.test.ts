import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { entityAnnotations } from '@kratix-portal/backstage-plugin-kratix-common';
import type { Sandbox } from '@kratix-portal/sandbox';
import type { Knex } from 'knex';
import {
  createPromise,
  order,
  pause,
  platformConfig,
  redises,
  startSandbox,
  until,
} from './__testUtils__/sandboxPlatform';
import { startCatalog } from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

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
    createPromise(sandbox);
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
    await order(sandbox, 'cache');

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
    await order(sandbox, 'cache');
    await until(async () => phaseOf(await get(cacheRef)) === 'Ready');

    sandbox.cluster.delete(redises, { namespace: 'team-a', name: 'cache' });

    await until(async () => !(await get(cacheRef)));
    expect(await get('component:default/redis')).toBeDefined();
  });

  it('keeps every entity while the platform does not answer, and goes on afterwards', async () => {
    const { get } = await start();
    await order(sandbox, 'cache');
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
    createPromise(sandbox, 'vault');
    await order(sandbox, 'cache');

    expect(await until(() => get(cacheRef))).toBeDefined();
    expect(await until(() => get('component:default/vault'))).toBeDefined();
  });

  describe('when it starts anew over the same database', () => {
    it('removes what went meanwhile', async () => {
      const knex = await databases.init('SQLITE_3');
      const first = await start(knex);
      await order(sandbox, 'cache');
      await order(sandbox, 'other');
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
        await order(sandbox, name);
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

  async function start(knex?: Knex) {
    const backend = await startCatalog([platformConfig(sandbox)], knex);
    backends.push(backend);
    return backend;
  }
});

function phaseOf(entity: Entity | undefined): string | undefined {
  return entity?.metadata.annotations?.[entityAnnotations.phase];
}
