import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { FakeApiServer } from '../__fixtures__/FakeApiServer';
import { paths, redisPromise } from '../__fixtures__/kratixObjects';
import { waitFor } from '../__fixtures__/waitFor';
import type { KratixService } from './KratixService';
import { kratixServiceRef } from './kratixServiceRef';

describe('kratixServiceRef', () => {
  const server = new FakeApiServer();

  beforeEach(async () => {
    server.reset();
    await server.start();
    server.install(paths.promises, [redisPromise()]);
  });

  afterEach(() => server.stop());

  async function startBackend(kratix: object) {
    const seen: KratixService[] = [];
    const plugins = ['one', 'two'].map(pluginId =>
      createBackendPlugin({
        pluginId,
        register(env) {
          env.registerInit({
            deps: { kratix: kratixServiceRef, logger: coreServices.logger },
            async init({ kratix: service }) {
              seen.push(service);
            },
          });
        },
      }),
    );
    const backend = await startTestBackend({
      features: [
        ...plugins,
        mockServices.rootConfig.factory({ data: { kratix } }),
      ],
    });
    return { backend, seen };
  }

  it('is one for all plugins of a process, and ends with it', async () => {
    const { backend, seen } = await startBackend({
      platforms: [
        {
          name: 'dev',
          connection: {
            cluster: { url: server.url, serviceAccountToken: 't' },
          },
        },
      ],
    });

    expect(seen[0]).toBe(seen[1]);
    await waitFor(
      'promises',
      () => seen[0]?.snapshot('dev').promises.state === 'synced',
    );

    await waitFor('watch', () => server.watchCount(paths.promises) === 1);
    await backend.stop();
    await waitFor('no watch', () => server.watchCount(paths.promises) === 0);
  });

  it('needs no configuration', async () => {
    const { backend, seen } = await startBackend({});

    expect(seen[0]?.platforms).toEqual([]);
    await backend.stop();
  });

  it('stops start-up at bad configuration, naming it', async () => {
    await expect(
      startBackend({ platforms: [{ name: 'dev' }] }),
    ).rejects.toThrow("kratix.platforms[0].connection' is []");
  });
});
