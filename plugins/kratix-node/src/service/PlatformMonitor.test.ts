import { mockServices } from '@backstage/backend-test-utils';
import { FakeApiServer } from '../__fixtures__/FakeApiServer';
import { paths, redisPromise } from '../__fixtures__/kratixObjects';
import { waitFor } from '../__fixtures__/waitFor';
import { systemClock } from '../cluster/Clock';
import { KubeConfigSource } from '../cluster/access/KubeConfigSource';
import { HttpKubernetesConnection } from '../cluster/HttpKubernetesConnection';
import { PlatformMonitor } from './PlatformMonitor';

jest.setTimeout(60_000);

it('outlives a change that could not be taken over, and tells the next one', async () => {
  const server = new FakeApiServer();
  await server.start();
  server.install(paths.promises, [redisPromise()]);
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const told = { times: 0 };
  const monitor = new PlatformMonitor({
    platform: {
      name: 'dev',
      title: 'Dev',
      identity: 'service-account',
      delivery: { mode: 'apply' },
      namespaces: [],
      catalogNamespace: 'dev',
      defaultOwner: 'group:default/platform',
      isSandbox: false,
    },
    connection: new HttpKubernetesConnection(
      new KubeConfigSource({
        type: 'cluster',
        url: server.url,
        serviceAccountToken: 'portal',
        skipTLSVerify: false,
      }),
    ),
    logger,
    clock: systemClock,
    onChange: () => {
      told.times += 1;
      if (told.times === 1) {
        throw new Error('A mistake of ours');
      }
    },
  });
  try {
    monitor.start();
    await waitFor('the first change', () => told.times > 0, 30_000);
    server.remove(paths.promises, redisPromise());
    await waitFor('the next change', () => told.times > 1, 30_000);

    expect(logger.error).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({
        platform: 'dev',
        error: expect.stringContaining('A mistake of ours'),
      }),
    );
  } finally {
    monitor.stop();
    await server.stop();
  }
});
