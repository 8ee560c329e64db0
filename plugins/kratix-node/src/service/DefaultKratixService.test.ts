import { mockServices } from '@backstage/backend-test-utils';
import { FakeApiServer } from '../__fixtures__/FakeApiServer';
import {
  namespace,
  paths,
  redis,
  redisPromise,
} from '../__fixtures__/kratixObjects';
import { waitFor } from '../__fixtures__/waitFor';
import { defaultWatchTiming } from '../cluster/WatchTiming';
import { readKratixConfig } from '../config/readKratixConfig';
import { DefaultKratixService } from './DefaultKratixService';
import type { SnapshotChange } from './KratixService';

describe('DefaultKratixService', () => {
  const server = new FakeApiServer();
  let service: DefaultKratixService;
  let changes: SnapshotChange[];
  const logger = mockServices.logger.mock();

  beforeEach(async () => {
    jest.clearAllMocks();
    logger.child.mockReturnValue(logger);
    await server.start();
    server.install(paths.promises, [redisPromise()]);
    server.install(paths.namespaces, [namespace('team-a')]);
    server.install(paths.redises, [redis('one')]);
    service = createService();
    changes = [];
    service.onChange(change => changes.push(change));
  });

  afterEach(async () => {
    service.stop();
    await server.stop();
  });

  function createService(
    platform: Record<string, unknown> = {},
  ): DefaultKratixService {
    const config = mockServices.rootConfig({
      data: {
        kratix: {
          platforms: [
            {
              name: 'dev',
              connection: {
                cluster: { url: server.url, serviceAccountToken: 's3cret' },
              },
              ...platform,
            },
          ],
        },
      },
    });
    return new DefaultKratixService({
      config: readKratixConfig(config),
      logger,
      timing: { ...defaultWatchTiming, minPauseMs: 10 },
    });
  }

  function requestNames(): string[] | undefined {
    const collection = service.snapshot('dev').requests.get('redis');
    return collection?.state === 'synced'
      ? collection.items.map(({ name }) => name)
      : undefined;
  }

  it('knows nothing before it has heard, and everything after', async () => {
    expect(service.snapshot('dev').promises).toEqual({ state: 'unknown' });
    expect(service.health('dev').state).toBe('connecting');

    service.start();

    await waitFor('requests', () => requestNames()?.length === 1);
    expect(service.snapshot('dev')).toMatchObject({
      platform: 'dev',
      promises: { state: 'synced', items: [{ name: 'redis' }] },
      namespaces: { state: 'synced', items: [{ name: 'team-a' }] },
    });
    expect(service.health('dev').state).toBe('connected');
  });

  it('follows what happens to requests', async () => {
    service.start();
    await waitFor('requests', () => requestNames()?.length === 1);
    await waitFor('watch', () => server.watchCount(paths.redises) === 1);

    server.put(paths.redises, redis('two'));
    server.remove(paths.redises, redis('one'));

    await waitFor('removal', () => requestNames()?.join() === 'two');
    expect(changes.at(-1)?.requests).toEqual([
      { platform: 'dev', promise: 'redis', namespace: 'team-a', name: 'two' },
      { platform: 'dev', promise: 'redis', namespace: 'team-a', name: 'one' },
    ]);
  });
});
