import { mockServices } from '@backstage/backend-test-utils';
import { FakeApiServer } from '../__fixtures__/FakeApiServer';
import {
  namespace,
  paths,
  redis,
  redisPromise,
} from '../__fixtures__/kratixObjects';
import { waitFor } from '../__fixtures__/waitFor';
import { defaultWatchTiming } from '../cluster/watch/WatchTiming';
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
    server.reset();
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

  function requestNames(promise = 'redis'): string[] | undefined {
    const collection = service.snapshot('dev').requests.get(promise);
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

  it('wakes nobody for a change that is none', async () => {
    service.start();
    await waitFor('watches', () => server.watchCount(paths.redises) === 1);
    await waitFor('requests', () => requestNames()?.length === 1);
    const before = service.snapshot('dev');
    const count = changes.length;

    server.bookmark(paths.redises);
    server.bookmark(paths.promises);
    await waitFor('bookmark', () => service.snapshot('dev') !== before);

    expect(changes).toHaveLength(count);
    expect(itemsOf('promises')).toBe(
      before.promises.state === 'synced' && before.promises.items,
    );
  });

  it('takes 5,000 requests, page by page', async () => {
    for (let index = 1; index < 5_000; index += 1) {
      server.put(paths.redises, redis(`request-${index}`));
    }

    service.start();

    await waitFor('all', () => requestNames()?.length === 5_000, 30_000);
    const pages = server.requests.filter(
      ({ path, query }) => path === paths.redises && query.has('limit'),
    );
    expect(pages).toHaveLength(10);
  }, 30_000);

  it('tells many changes together', async () => {
    service.start();
    await waitFor('watch', () => server.watchCount(paths.redises) === 1);
    await waitFor('requests', () => requestNames()?.length === 1);
    const count = changes.length;

    for (let index = 0; index < 200; index += 1) {
      server.put(paths.redises, redis(`many-${index}`));
    }
    await waitFor('all', () => requestNames()?.length === 201);

    expect(changes.length - count).toBeLessThan(10);
  });

  describe('requests of a Promise', () => {
    it('are unknown while its API is not there, and found soon after it is', async () => {
      server.uninstall(paths.redises);
      service.start();
      await waitFor(
        'promise',
        () => service.snapshot('dev').promises.state === 'synced',
      );
      await waitFor('watches', () => server.watchCount(paths.promises) === 1);
      expect(service.snapshot('dev').requests.get('redis')?.state).toBe(
        'unknown',
      );
      expect(service.health('dev').state).toBe('connected');
      expect(logger.warn).not.toHaveBeenCalled();

      server.install(paths.redises, [redis('one')]);

      await waitFor('requests', () => requestNames()?.join() === 'one', 3_000);
    });

    it('are looked for at once when the Promise moves', async () => {
      server.uninstall(paths.redises);
      service.start();
      await waitFor('several tries', () => failuresOf('redises') >= 4);
      server.install(paths.redises, [redis('one')]);

      // The next try by itself would be two seconds away.
      server.put(paths.promises, redisPromise());

      await waitFor('requests', () => requestNames()?.join() === 'one', 1_000);
      expect(service.health('dev').state).toBe('connected');
    });

    it('go with the Promise, and everybody is told', async () => {
      service.start();
      await waitFor('requests', () => requestNames()?.length === 1);
      await waitFor('watch', () => server.watchCount(paths.redises) === 1);
      await waitFor('watch', () => server.watchCount(paths.promises) === 1);

      server.remove(paths.promises, redisPromise());

      await waitFor(
        'no collection',
        () => service.snapshot('dev').requests.size === 0,
      );
      expect(changes.at(-1)).toMatchObject({
        promises: [{ platform: 'dev', promise: 'redis' }],
        requests: [{ promise: 'redis', namespace: 'team-a', name: 'one' }],
        isCollectionChanged: true,
      });
      await waitFor('no watch', () => server.watchCount(paths.redises) === 0);
    });

    it('are read at the new version when that of the API changes', async () => {
      const v2 = '/apis/example.org/v2/redises';
      service.start();
      await waitFor('requests', () => requestNames()?.length === 1);
      server.install(v2, [
        { ...redis('one'), apiVersion: 'example.org/v2' },
        { ...redis('two'), apiVersion: 'example.org/v2' },
      ]);

      server.put(paths.promises, redisPromise({ version: 'v2' }));

      await waitFor('both', () => requestNames()?.length === 2);
      const collection = service.snapshot('dev').requests.get('redis');
      expect(collection).toMatchObject({
        items: [{ version: 'v2' }, { version: 'v2' }],
      });
      await waitFor('no watch', () => server.watchCount(paths.redises) === 0);
    });

    it('belong to the Promise that Kratix labels them with, where two bring one API', async () => {
      const rival = { ...redisPromise(), metadata: { name: 'redis-copy' } };
      server.put(paths.promises, rival);
      const unlabelled = redis('two');
      delete unlabelled.metadata.labels;
      server.put(paths.redises, unlabelled);
      service.start();
      await waitFor('both', () => requestNames('redis-copy')?.join() === 'two');
      await waitFor('watches', () => server.watchCount(paths.redises) === 2);
      expect(requestNames()).toEqual(['one', 'two']);

      server.put(paths.redises, redis('two'));

      await waitFor('none', () => requestNames('redis-copy')?.length === 0);
      expect(requestNames()).toEqual(['one', 'two']);
    });

    it('live only in the namespaces that the platform is for', async () => {
      server.install(paths.namespaces, [
        namespace('team-a'),
        namespace('kube-system'),
      ]);
      server.put(paths.redises, redis('two', { namespace: 'kube-system' }));
      service = createService({ namespaces: ['team-*'] });
      service.start();

      await waitFor('requests', () => requestNames()?.length === 1);
      await waitFor('namespaces', () => itemsOf('namespaces')?.length === 1);

      expect(requestNames()).toEqual(['one']);
    });
  });

  describe('what cannot be read', () => {
    it('keeps what is known when the platform goes, says so once, and heals', async () => {
      service.start();
      await waitFor('requests', () => requestNames()?.length === 1);
      await waitFor(
        'all watches',
        () => server.watchCount(paths.redises) === 1,
      );

      await server.stop();
      await waitFor(
        'unreachable',
        () => service.health('dev').state === 'unreachable',
      );
      await waitFor(
        'stale',
        () =>
          service.snapshot('dev').requests.get('redis')?.problem?.reason ===
          'unreachable',
      );
      expect(requestNames()).toEqual(['one']);
      await server.start();
      server.put(paths.redises, redis('two'));

      await waitFor(
        'connected',
        () => service.health('dev').state === 'connected',
      );
      await waitFor('requests', () => requestNames()?.join() === 'one,two');
      expect(linesOf('warn', 'No connection')).toHaveLength(1);
      expect(linesOf('info', 'is back')).toHaveLength(1);
    });

    it('says once that Kratix is not installed, and finds it when it is', async () => {
      server.uninstall(paths.promises);
      service.start();

      await waitFor(
        'degraded',
        () => service.health('dev').state === 'degraded',
      );

      expect(service.health('dev').problem?.reason).toBe('notInstalled');
      expect(service.snapshot('dev').promises.state).toBe('unknown');
      expect(linesOf('warn', 'not installed')).toHaveLength(1);
    });

    it('does without what an older Kratix lacks', async () => {
      service.start();
      await waitFor('requests', () => requestNames()?.length === 1);
      await waitFor(
        'bindings',
        () => service.snapshot('dev').bindings.problem !== undefined,
      );

      expect(service.snapshot('dev').bindings).toMatchObject({
        state: 'unknown',
        problem: { reason: 'notInstalled' },
      });
      expect(service.health('dev').state).toBe('connected');
      expect(logger.warn).not.toHaveBeenCalled();
    });

    it('names what is forbidden, once', async () => {
      server.refuse(403, {
        path: paths.namespaces,
        body: { kind: 'Status', code: 403, message: 'namespaces is forbidden' },
      });
      service.start();

      await waitFor('requests', () => requestNames()?.length === 1);
      await waitFor('several tries', () => failuresOf('namespaces') >= 3);

      expect(service.health('dev')).toMatchObject({
        state: 'degraded',
        problem: { reason: 'forbidden', message: 'namespaces is forbidden' },
      });
      expect(requestNames()).toEqual(['one']);
      expect(linesOf('warn', 'may not be read')).toHaveLength(1);
    });

    it('lets one bad object cost only itself, and names it once', async () => {
      server.put(paths.promises, {
        metadata: { name: 'broken' },
        spec: { api: { kind: 'Nonsense' } },
      });
      service.start();

      await waitFor('promises', () => itemsOf('promises') !== undefined);

      await waitFor('requests', () => requestNames()?.length === 1);
      expect(
        service.snapshot('dev').problems.some(({ name }) => name === 'broken'),
      ).toBe(true);
      expect(linesOf('warn', 'has a problem')).toHaveLength(1);
    });
  });

  it('never logs a token, a spec or a status', async () => {
    server.put(paths.redises, redis('secret', { size: 'pa55word' }));
    service.start();
    await waitFor('requests', () => requestNames()?.length === 2);
    await server.stop();
    await waitFor('loss', () => linesOf('warn', 'No connection').length === 1);
    await server.start();

    const everything = JSON.stringify([
      logger.error.mock.calls,
      logger.warn.mock.calls,
      logger.info.mock.calls,
      logger.debug.mock.calls,
    ]);
    expect(everything).not.toContain('s3cret');
    expect(everything).not.toContain('pa55word');
  });

  it('lets a bad listener cost only itself', async () => {
    const heard: SnapshotChange[] = [];
    service.onChange(() => {
      throw new Error('bad listener');
    });
    const listener = service.onChange(change => heard.push(change));
    service.start();

    await waitFor('change', () => heard.length > 0);
    expect(linesOf('error', 'listener')).not.toHaveLength(0);

    listener.unsubscribe();
    await waitFor('watch', () => server.watchCount(paths.redises) === 1);
    await waitFor('requests', () => requestNames()?.length === 1);
    heard.length = 0;
    server.put(paths.redises, redis('two'));
    await waitFor('requests', () => requestNames()?.length === 2);
    expect(heard).toEqual([]);
  });

  it('names no other platform when asked for one that is none', () => {
    expect(service.platforms.map(({ name }) => name)).toEqual(['dev']);
    expect(() => service.snapshot('prod')).toThrow(
      /^There is no platform 'prod' \(kratix.platforms\)$/,
    );
  });

  it('says that it idles when no platform is configured', () => {
    const idle = new DefaultKratixService({
      config: readKratixConfig(mockServices.rootConfig()),
      logger,
    });

    idle.start();

    expect(idle.platforms).toEqual([]);
    expect(linesOf('info', 'No Kratix platform is configured')).toHaveLength(1);
    idle.stop();
  });

  it('is quiet after it has stopped', async () => {
    service.start();
    await waitFor('watch', () => server.watchCount(paths.redises) === 1);

    service.stop();

    await waitFor('no watch', () => server.watchCount(paths.redises) === 0);
    const { length } = server.requests;
    server.put(paths.redises, redis('two'));
    await server.stop();
    await server.start();
    expect(server.requests).toHaveLength(length);
    expect(linesOf('warn', 'No connection')).toEqual([]);
  });

  function linesOf(level: 'info' | 'warn' | 'error', text: string): string[] {
    return logger[level].mock.calls
      .map(([message]) => message)
      .filter(message => message.includes(text));
  }

  function failuresOf(plural: string): number {
    const watch = service
      .health('dev')
      .watches.find(({ collection }) => collection.split('.')[0] === plural);
    return watch?.failures ?? 0;
  }

  function itemsOf(
    name: 'promises' | 'namespaces',
  ): readonly unknown[] | undefined {
    const collection = service.snapshot('dev')[name];
    return collection.state === 'synced' ? collection.items : undefined;
  }
});
