import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import { databaseServiceFactory } from '@backstage/backend-defaults/database';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleTemplates from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import type { Sandbox } from '@kratix-portal/sandbox';
import catalogModuleKratix from './index';
import { catalogProbe, collectComplaints } from './__testUtils__/catalogProbe';
import { PostgresServer } from './__testUtils__/PostgresServer';
import {
  createPromise,
  pause,
  platformConfig,
  redises,
  startSandbox,
  until,
} from './__testUtils__/sandboxPlatform';

// A minute on a machine of two cores that has other work; this is for worse.
jest.setTimeout(400_000);

const CHANGES = 1_000;
const SETTLED_WITHIN_MS = 150_000;
const programs = PostgresServer.findPrograms();
if (!programs) {
  process.stderr.write(
    'SKIPPED: two backends on one PostgreSQL, which is not installed (package postgresql).\n',
  );
}

(programs ? describe : describe.skip)('two backends on one PostgreSQL', () => {
  let sandbox: Sandbox;
  let postgres: PostgresServer;
  let replicas: Replica[] = [];

  beforeAll(async () => {
    postgres = await PostgresServer.start(programs ?? '');
    sandbox = await startSandbox();
    createPromise(sandbox);
    // One after the other: the first makes the tables.
    replicas = [await startReplica(), await startReplica()];
    await until(() => sandbox.cluster.serves(redises));
  });

  afterAll(async () => {
    await Promise.all(replicas.map(({ stop }) => stop()));
    await sandbox?.close();
    await postgres?.stop();
  });

  it('agree with the cluster and with each other, without conflict, after a thousand changes', async () => {
    const live: string[] = [];
    for (let change = 0; change < CHANGES; change += 1) {
      apply(change, live);
      if (change % 10 === 0) {
        await pause(40); // as they come: some together, some apart
      }
    }
    const expected = Object.fromEntries(
      live.map(name => [name, titleOnCluster(name)]),
    );

    for (const replica of replicas) {
      await until(
        async () => isSame(await replica.titles(), expected),
        SETTLED_WITHIN_MS,
      );
    }
    const after = replicas.map(({ numbers }) => ({ ...numbers }));
    await pause(3_000);

    for (const [index, { titles, numbers, complaints }] of replicas.entries()) {
      expect(await titles()).toEqual(expected);
      // Each follows the cluster, but not with a mutation for each change.
      expect(after[index]?.entities).toBeGreaterThan(0);
      expect(after[index]?.mutations).toBeLessThan(CHANGES / 4);
      // What one writes does not make the other write.
      expect(numbers).toEqual(after[index]);
      // Conflicts above all.
      expect(complaints.filter(line => !isOfDeleted(line, expected))).toEqual(
        [],
      );
    }
  });

  /** Three of ten order, six change what there is, one deletes. */
  function apply(change: number, live: string[]): void {
    const step = change % 10;
    const victim = live[(change * 7) % Math.max(1, live.length)];
    if (step < 3 || victim === undefined) {
      const name = `order-${change}`;
      live.push(name);
      sandbox.cluster.create(redises, {
        apiVersion: 'example.com/v1',
        kind: 'Redis',
        metadata: {
          name,
          namespace: 'team-a',
          annotations: { 'kratix-portal.io/title': `Ordered by ${change}` },
        },
        spec: { size: 'small' },
      });
    } else if (step < 9) {
      sandbox.cluster.mutate(
        redises,
        { namespace: 'team-a', name: victim },
        ({ metadata }) => {
          metadata.annotations = {
            ...metadata.annotations,
            'kratix-portal.io/title': `Changed by ${change}`,
          };
        },
      );
    } else {
      live.splice(live.indexOf(victim), 1);
      sandbox.cluster.delete(redises, { namespace: 'team-a', name: victim });
    }
  }

  function titleOnCluster(name: string): string | undefined {
    return sandbox.cluster.get(redises, { namespace: 'team-a', name })?.metadata
      .annotations?.['kratix-portal.io/title'];
  }

  async function startReplica(): Promise<Replica> {
    const { plugin, served } = catalogProbe();
    const complaints: string[] = [];
    const numbers: Numbers = { mutations: 0, entities: 0 };
    const backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleTemplates,
        catalogModuleKratix,
        plugin,
        databaseServiceFactory,
        createServiceFactory({
          service: coreServices.rootLogger,
          deps: {},
          factory: () => collectComplaints(complaints),
        }),
        createServiceFactory({
          service: metricsServiceRef,
          deps: {},
          factory: () => counting(numbers),
        }),
        mockServices.rootConfig.factory({
          data: configFor(sandbox, postgres.port),
        }),
      ],
    });
    return {
      complaints,
      numbers,
      stop: () => backend.stop(),
      titles: async () => {
        const { items = [] } =
          (await served.catalog?.getEntities(
            { filter: { kind: 'resource', 'spec.type': 'kratix-resource' } },
            { credentials: mockCredentials.service() },
          )) ?? {};
        return Object.fromEntries(
          items.map(({ metadata }) => [
            metadata.annotations?.['kratix.io/name'] ?? metadata.name,
            metadata.title,
          ]),
        );
      },
    };
  }
});

interface Replica {
  /** Titles in the catalog by name of the request. */
  titles(): Promise<Record<string, string | undefined>>;
  stop(): Promise<void>;
  /** Warnings and errors of the whole backend. */
  readonly complaints: readonly string[];
  readonly numbers: Numbers;
}

interface Numbers {
  mutations: number;
  entities: number;
}

function counting(numbers: Numbers) {
  const metrics = metricsServiceMock.mock();
  metrics.createCounter.mockImplementation((name: string) => ({
    add: (value: number) => {
      numbers.mutations += name === 'kratix.catalog.mutations' ? value : 0;
      numbers.entities += name === 'kratix.catalog.entities' ? value : 0;
    },
  }));
  metrics.createHistogram.mockImplementation(() => ({
    record: () => undefined,
  }));
  return metrics;
}

function configFor(sandbox: Sandbox, port: number) {
  return {
    backend: {
      baseUrl: 'http://localhost',
      database: {
        client: 'pg',
        connection: { host: '127.0.0.1', port, user: 'postgres' },
      },
    },
    catalog: { stitchingStrategy: { pollingInterval: { milliseconds: 100 } } },
    kratix: {
      platforms: [platformConfig(sandbox)],
      // A busy machine gathers many changes into one; what holds removals back is tested elsewhere.
      catalog: { removalBrake: 1 },
    },
  };
}

/**
 * The catalog itself (plugin-catalog-backend 4.0, processing and stitching) complains when one replica deletes an
 * entity that the other has in hand. It loses nothing, provided that the entity is gone for good.
 */
function isOfDeleted(
  complaint: string,
  expected: Record<string, string | undefined>,
): boolean {
  const [, name] =
    /^(?:Failed to stitch|Processing of) resource:default\/redis\.team-a\.([\w-]+)[, ].*(?:_foreign"$|failed: Conflicting write of processing result)/s.exec(
      complaint,
    ) ?? [];
  return name !== undefined && !(name in expected);
}

function isSame(
  a: Record<string, string | undefined>,
  b: Record<string, string | undefined>,
): boolean {
  return (
    Object.keys(a).length === Object.keys(b).length &&
    Object.keys(a).every(name => a[name] === b[name])
  );
}
