import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { Sandbox } from '@kratix-portal/sandbox';
import type { Knex } from 'knex';
import {
  at,
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

const skeRefs = [
  'component:default/redis-promise',
  'template:default/redis-promise-template',
  'component:default/cache-redis',
];

describe('naming: ske, on a platform', () => {
  let sandbox: Sandbox;
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const backends: { stop(): Promise<void> }[] = [];

  beforeEach(async () => {
    sandbox = await startSandbox();
    createPromise(sandbox);
    await order(sandbox, 'cache');
  });

  afterEach(async () => {
    await stop();
    await sandbox.close();
  });

  async function stop(): Promise<void> {
    await Promise.all(backends.splice(0).map(backend => backend.stop()));
  }

  it('serves the references that SKE made, with their relations', async () => {
    const { get } = await start('ske');

    for (const ref of skeRefs) {
      expect(await until(() => get(ref))).toBeDefined();
    }
    const relations = await until(async () => {
      const entity = await get('component:default/cache-redis');
      return (entity?.relations?.length ?? 0) >= 2 && entity?.relations;
    });
    expect(relations).toContainEqual({
      type: 'dependsOn',
      targetRef: 'component:default/redis-promise',
    });
  });

  it('serves both of two requests of one name, and says which has it not', async () => {
    const { get, warnings } = await start('ske');
    await until(() => get('component:default/cache-redis'));
    expect(warnings).toEqual([]);
    // Ages are told in whole seconds.
    await pause(1_100);

    orderInTeamB();

    await until(() => get('component:default/redis.team-b.cache'));
    expect(namespaceOf(await get('component:default/cache-redis'))).toBe(
      'team-a',
    );
    await until(() =>
      warnings.includes('An object is shown incompletely in the catalog'),
    );

    sandbox.cluster.delete(redises, { namespace: 'team-a', name: 'cache' });

    await until(
      async () =>
        namespaceOf(await get('component:default/cache-redis')) === 'team-b',
    );
    await until(
      async () => !(await get('component:default/redis.team-b.cache')),
    );
  });

  it('renames what another naming has made before, when the brake has held once', async () => {
    const names = Array.from({ length: 12 }, (_, index) => `r${index}`);
    for (const name of names) {
      await order(sandbox, name);
    }
    const knex = await databases.init('SQLITE_3');
    const first = await start('portal', knex);
    const usual = [
      'component:default/redis',
      'template:default/redis',
      'resource:default/redis.team-a.cache',
      ...names.map(name => `resource:default/redis.team-a.${name}`),
    ];
    for (const ref of usual) {
      await until(() => first.get(ref));
    }
    await stop();

    const { get, warnings } = await start('ske', knex);

    for (const ref of skeRefs) {
      await until(() => get(ref));
    }
    for (const name of names) {
      await until(() => get(`component:default/${name}-redis`));
    }
    expect(warnings).toContainEqual(
      expect.stringMatching(/^Refused to remove/),
    );
    // What comes next makes the next mutation.
    await order(sandbox, 'next');
    for (const ref of usual) {
      await until(async () => !(await get(ref)));
    }
    expect(await get('api:default/redis')).toBeDefined();
  });

  function orderInTeamB(): void {
    sandbox.cluster.create(at('', 'namespaces'), {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'team-b' },
    });
    sandbox.cluster.create(redises, {
      apiVersion: 'example.com/v1',
      kind: 'Redis',
      metadata: { name: 'cache', namespace: 'team-b' },
      spec: { size: 'small' },
    });
  }

  async function start(naming: 'portal' | 'ske', knex?: Knex) {
    const platform = platformConfig(sandbox);
    const named = { ...platform, catalog: { ...platform.catalog, naming } };
    const backend = await startCatalog([named], knex);
    backends.push(backend);
    return backend;
  }
});

function namespaceOf(entity: Entity | undefined): string | undefined {
  return entity?.metadata.annotations?.['kratix.io/namespace'];
}
