import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import catalogModuleTemplates from '@backstage/plugin-catalog-backend-module-scaffolder-entity-model';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import catalogModuleKratix from '@kratix-portal/backstage-plugin-catalog-backend-module-kratix';
import kratixPlugin from '@kratix-portal/backstage-plugin-kratix-backend';
import {
  entityAnnotations,
  kratixPaths,
  readEntityIdentity,
  requestResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import scaffolderModuleKratix from '@kratix-portal/backstage-plugin-scaffolder-backend-module-kratix';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import request from 'supertest';

jest.setTimeout(120_000);

const promises = {
  group: 'platform.kratix.io',
  version: 'v1alpha1',
  resource: 'promises',
};
const databases = {
  group: 'example.com',
  version: 'v1',
  resource: 'databases',
};
const orders = { namespace: 'team-a', name: 'orders' };

/** The loop that no single package sees: it closes through the cluster. */
describe('the suite', () => {
  let sandbox: Sandbox;
  let backend: Awaited<ReturnType<typeof startTestBackend>>;
  const cleanUps: (() => Promise<unknown>)[] = [];

  beforeAll(async () => {
    sandbox = await createSandbox({
      tokens: { portal: { user: 'portal', groups: ['system:masters'] } },
      kratix: { writeMs: 10 },
      log: () => undefined,
    });
    cleanUps.unshift(() => sandbox.close());
    createPlatform(sandbox);
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleTemplates,
        catalogModuleKratix,
        scaffolderPlugin,
        scaffolderModuleKratix,
        kratixPlugin,
        mockServices.rootConfig.factory({ data: configFor(sandbox.url) }),
      ],
    });
    cleanUps.unshift(() => backend.stop());
  });

  afterAll(async () => {
    for (const cleanUp of cleanUps) {
      await cleanUp();
    }
  });

  it('takes a Promise in, a Template out, an order in, and serves how it is doing until it is gone', async () => {
    sandbox.cluster.create(promises, databasePromise);
    const template = await until(() => entity('template/default/database'));
    expect(template.spec?.steps).toHaveLength(1);

    const refused = await orderFrom({ spec: { size: 'huge' } });
    expect(refused.status).toBe(400);

    const order = await orderFrom({
      spec: { size: 'small', note: '' },
      owner: 'group:default/team-a',
    });
    expect(order.status).toBe(201);
    const task = await until(() => finishedTask(order.body.id));
    expect(task.status).toBe('completed');

    expect(sandbox.cluster.get(databases, orders)).toMatchObject({
      kind: 'Database',
      metadata: {
        annotations: {
          'kratix-portal.io/owner': 'group:default/team-a',
          'kratix.io/requested-by': 'user:default/mock',
        },
      },
      spec: { size: 'small' },
    });

    const resource = await until(() =>
      entity('resource/default/database.team-a.orders'),
    );
    expect(`resource:default/${resource.metadata.name}`).toBe(task.entityRef);
    const identity = readEntityIdentity(resource);
    expect(identity).toEqual({
      type: 'request',
      ref: { platform: 'dev', promise: 'database', ...orders },
    });

    const status = await until(async () => {
      const answer = await ask(
        `/api/kratix${kratixPaths.request({
          platform: 'dev',
          promise: 'database',
          ...orders,
        })}`,
      );
      return answer.body.report?.phase === 'Ready' && answer;
    });
    expect(requestResponseSchema.parse(status.body)).toMatchObject({
      kind: 'Database',
      requestedBy: 'user:default/mock',
      pipelines: [{ name: 'configure', phase: 'Succeeded' }],
      spec: { size: 'small' },
      outputs: { endpoint: 'orders.team-a:5432' },
      freshness: { state: 'live' },
    });
    await until(async () => {
      const current = await entity('resource/default/database.team-a.orders');
      return (
        current?.metadata.annotations?.[entityAnnotations.phase] === 'Ready'
      );
    });

    sandbox.cluster.delete(databases, orders);
    await until(
      async () => !(await entity('resource/default/database.team-a.orders')),
    );
    expect(await entity('component/default/database')).toBeDefined();
  });

  async function entity(path: string): Promise<Entity | undefined> {
    const { status, body } = await ask(`/api/catalog/entities/by-name/${path}`);
    return status === 200 ? body : undefined;
  }

  function orderFrom(values: object) {
    return request(backend.server)
      .post('/api/scaffolder/v2/tasks')
      .set('authorization', mockCredentials.user.header())
      .send({
        templateRef: 'template:default/database',
        values: {
          objname: orders.name,
          objnamespace: orders.namespace,
          ...values,
        },
      });
  }

  async function finishedTask(id: string) {
    const { body: task } = await ask(`/api/scaffolder/v2/tasks/${id}`);
    if (!['completed', 'failed'].includes(task.status)) {
      return undefined;
    }
    const { body: events } = await ask(`/api/scaffolder/v2/tasks/${id}/events`);
    const output = events
      .map((event: { body: { output?: TaskOutput } }) => event.body.output)
      .find(Boolean);
    return {
      status: task.status,
      entityRef: output?.links?.[0]?.entityRef,
    };
  }

  function ask(path: string) {
    return request(backend.server)
      .get(path)
      .set('authorization', mockCredentials.user.header());
  }
});

interface TaskOutput {
  links?: { entityRef?: string }[];
}

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

function createPlatform({ cluster }: Sandbox): void {
  const { group, version } = promises;
  cluster.create(
    { group: '', version: 'v1', resource: 'namespaces' },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'team-a' } },
  );
  cluster.create(
    { group, version, resource: 'bucketstatestores' },
    {
      apiVersion: `${group}/${version}`,
      kind: 'BucketStateStore',
      metadata: { name: 'store' },
      spec: {
        endpoint: 'store.example.com',
        bucketName: 'kratix',
        authMethod: 'IAM',
      },
    },
  );
  cluster.create(
    { group, version, resource: 'destinations' },
    {
      apiVersion: `${group}/${version}`,
      kind: 'Destination',
      metadata: { name: 'worker' },
      spec: {
        path: 'worker',
        stateStoreRef: { kind: 'BucketStateStore', name: 'store' },
      },
    },
  );
}

const databasePromise = {
  apiVersion: 'platform.kratix.io/v1alpha1',
  kind: 'Promise',
  metadata: {
    name: 'database',
    annotations: {
      'sandbox.kratix-portal.io/duration': '100ms',
      'sandbox.kratix-portal.io/status': 'endpoint: orders.team-a:5432',
    },
  },
  spec: {
    api: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'databases.example.com' },
      spec: {
        group: 'example.com',
        scope: 'Namespaced',
        names: { kind: 'Database', plural: 'databases', singular: 'database' },
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
                    required: ['size'],
                    properties: {
                      size: { type: 'string', enum: ['small', 'large'] },
                      note: { type: 'string' },
                    },
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
            metadata: { name: 'configure' },
            spec: { containers: [{ name: 'render', image: 'example/render' }] },
          },
        ],
      },
    },
  },
};

/** Asks again and again until there is an answer. */
async function until<T>(
  question: () => Promise<T | undefined | false>,
  timeoutMs = 40_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const answer = await question();
    if (answer) {
      return answer;
    }
    if (Date.now() > deadline) {
      throw new Error(`There was no answer within ${timeoutMs} ms`);
    }
    await new Promise(resolve => setTimeout(resolve, 100));
  }
}
