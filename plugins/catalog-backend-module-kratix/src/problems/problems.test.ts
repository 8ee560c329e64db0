import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { httpRouterServiceFactory } from '@backstage/backend-defaults/httpRouter';
import {
  catalogProblemsPath,
  catalogProblemsResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  kratixCatalogExtensionPoint,
  type KratixEntityTransformer,
} from '@kratix-portal/backstage-plugin-kratix-node';
import type { Sandbox } from '@kratix-portal/sandbox';
import { RecordingCatalog } from '../__testUtils__/RecordingCatalog';
import {
  createPromise,
  order,
  platformConfig,
  startSandbox,
  until,
} from '../__testUtils__/sandboxPlatform';
import catalogModuleKratix from '../index';

jest.setTimeout(60_000);

describe('GET /api/catalog/kratix/problems', () => {
  let sandbox: Sandbox;

  beforeEach(async () => {
    sandbox = await startSandbox();
    createPromise(sandbox);
  });

  afterEach(() => sandbox.close());

  it('tells services what a transformer broke and what the catalog would refuse, and nobody else', async () => {
    const { ask, stop } = await start({
      request: ({ request, entities }) => {
        if (request.name === 'broken') {
          throw new Error('no such team');
        }
        return entities.map(entity => ({
          ...entity,
          metadata: { ...entity.metadata, tags: ['No Tag'] },
        }));
      },
      promise: ({ entities }) => entities.filter(({ kind }) => kind !== 'API'),
    });
    await order(sandbox, 'broken');
    await order(sandbox, 'refused');

    const problems = await until(async () => {
      const response = await ask(mockCredentials.service.header());
      const { platforms } = catalogProblemsResponseSchema.parse(
        await response.json(),
      );
      const [dev] = platforms;
      return dev?.total === 3 && dev.problems;
    });

    expect(problems).toEqual([
      expect.objectContaining({
        code: 'transformer-failed',
        kind: 'Redis',
        namespace: 'team-a',
        name: 'broken',
        message: expect.stringContaining('no such team'),
      }),
      expect.objectContaining({
        code: 'entity-refused',
        kind: 'Redis',
        namespace: 'team-a',
        name: 'refused',
        path: 'tags.0',
        message: expect.stringContaining(
          'resource:default/redis.team-a.refused',
        ),
      }),
      expect.objectContaining({
        code: 'transformer-left-out',
        kind: 'Promise',
        name: 'redis',
      }),
    ]);
    expect((await ask(mockCredentials.user.header())).status).toBe(403);
    expect((await ask(mockCredentials.none.header())).status).toBe(401);
    await stop();
  });

  it('tells the first of very many, and how many there are', async () => {
    const { ask, stop } = await start({
      request: () => {
        throw new Error('broken');
      },
    });
    const names = Array.from({ length: 60 }, (_, index) => `r${index}`);
    for (const name of names) {
      await order(sandbox, name);
    }

    const dev = await until(async () => {
      const response = await ask(mockCredentials.service.header());
      const { platforms } = catalogProblemsResponseSchema.parse(
        await response.json(),
      );
      return platforms.find(({ total }) => total === 60);
    });

    expect(dev.problems).toHaveLength(50);
    await stop();
  });

  async function start(transformer: KratixEntityTransformer) {
    const backend = await startTestBackend({
      features: [
        ...new RecordingCatalog().features(),
        catalogModuleKratix,
        httpRouterServiceFactory,
        createBackendModule({
          pluginId: 'catalog',
          moduleId: 'shaped',
          register: env =>
            env.registerInit({
              deps: { kratix: kratixCatalogExtensionPoint },
              init: async ({ kratix }) =>
                kratix.addEntityTransformer(transformer),
            }),
        }),
        mockServices.rootConfig.factory({
          data: { kratix: { platforms: [platformConfig(sandbox)] } },
        }),
      ],
    });
    const base = `http://localhost:${backend.server.port()}/api/catalog`;
    return {
      stop: () => backend.stop(),
      ask: (authorization: string) =>
        fetch(`${base}${catalogProblemsPath}`, { headers: { authorization } }),
    };
  }
});
