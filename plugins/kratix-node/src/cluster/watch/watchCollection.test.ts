import {
  FakeApiServer,
  type FakeObject,
} from '../../__fixtures__/FakeApiServer';
import { waitFor } from '../../__fixtures__/waitFor';
import { systemClock } from '../Clock';
import type { CollectionEvent } from './CollectionEvent';
import { ConnectionGate } from '../ConnectionGate';
import { HttpKubernetesConnection } from '../HttpKubernetesConnection';
import { KubeConfigSource } from '../access/KubeConfigSource';
import { watchCollection } from './watchCollection';
import { defaultWatchTiming, type WatchTiming } from './WatchTiming';

const path = '/apis/example.org/v1/things';

function thing(name: string): FakeObject {
  return { metadata: { name } };
}

describe('watchCollection', () => {
  const server = new FakeApiServer();
  const events: string[] = [];
  let stop: AbortController;
  let running: Promise<void>;

  beforeEach(async () => {
    server.reset();
    events.length = 0;
    stop = new AbortController();
    await server.start();
    server.install(path, [thing('a')]);
  });

  afterEach(async () => {
    stop.abort();
    await running;
    await server.stop();
  });

  function watch(timing: Partial<WatchTiming> = {}, pageSize = 500): void {
    running = collect(
      {
        ...defaultWatchTiming,
        minPauseMs: 5,
        maxPauseMs: 20,
        ...timing,
      },
      pageSize,
    );
  }

  async function collect(timing: WatchTiming, pageSize: number): Promise<void> {
    const stream = watchCollection<string>({
      connection: new HttpKubernetesConnection(
        new KubeConfigSource({
          type: 'cluster',
          url: server.url,
          serviceAccountToken: 's3cret',
          skipTLSVerify: false,
        }),
      ),
      gate: new ConnectionGate({ clock: systemClock, minMs: 5, maxMs: 20 }),
      clock: systemClock,
      path,
      pageSize,
      timing,
      toItem: json => (json as FakeObject).metadata.name,
      notFoundDelayMs: () => 5,
      signal: stop.signal,
    });
    for await (const event of stream) {
      events.push(describeEvent(event));
    }
  }

  // Both sides know that the watch is open.
  const watching = () =>
    server.watchCount(path) === 1 && events.at(-1) === 'connected';
  const lists = () =>
    server.requests.filter(request => !request.query.has('watch'));
  const watches = () =>
    server.requests.filter(request => request.query.has('watch'));

  it('lists, connects and follows', async () => {
    watch();
    await waitFor('watch', watching);

    server.put(path, thing('b'));
    server.remove(path, thing('a'));
    server.bookmark(path);

    await waitFor('bookmark', () => events.includes('confirmed'));
    expect(events).toEqual([
      'synced a',
      'connected',
      'upserted b',
      'removed a',
      'confirmed',
    ]);
    expect(server.requests[0]?.headers.authorization).toBe('Bearer s3cret');
  });

  it('asks for bookmarks and for an end in some minutes', async () => {
    watch();
    await waitFor('watch', watching);

    const query = watches()[0]?.query;
    expect(query?.get('allowWatchBookmarks')).toBe('true');
    expect(Number(query?.get('timeoutSeconds'))).toBeGreaterThanOrEqual(300);
    expect(Number(query?.get('timeoutSeconds'))).toBeLessThanOrEqual(600);
  });

  it('lists in pages', async () => {
    ['b', 'c', 'd', 'e'].forEach(name => server.put(path, thing(name)));

    watch({}, 2);

    await waitFor('watch', watching);
    expect(events[0]).toBe('synced a,b,c,d,e');
    expect(lists().map(({ query }) => query.get('continue'))).toEqual([
      null,
      '2',
      '4',
    ]);
  });

  it('resumes from the last bookmark when the server ends the watch', async () => {
    watch({ shortWatchMs: 0 });
    await waitFor('watch', watching);
    server.bookmark(path, 500);
    await waitFor('bookmark', () => events.includes('confirmed'));

    server.endWatches(path);

    await waitFor('second watch', () => watches().length === 2);
    expect(watches()[1]?.query.get('resourceVersion')).toBe('500');
    expect(lists()).toHaveLength(1);
    expect(events.some(event => event.startsWith('lost'))).toBe(false);
  });

  it('misses nothing when the connection is cut', async () => {
    watch({ shortWatchMs: 0 });
    await waitFor('watch', watching);

    server.drop();
    server.put(path, thing('b'));

    await waitFor('b', () => events.includes('upserted b'));
    expect(lists()).toHaveLength(1);
    expect(events.some(event => event.startsWith('lost'))).toBe(false);
  });

  it('lists again when the past has expired, as an event of the watch', async () => {
    watch({ shortWatchMs: 0 });
    await waitFor('watch', watching);

    server.remove(path, thing('a'));
    await waitFor('removal', () => events.includes('removed a'));
    server.compact();
    server.endWatches(path);

    await waitFor('second list', () => events.includes('synced '));
    expect(events.some(event => event.startsWith('lost'))).toBe(false);
  });

  it('lists again when the past has expired, as the answer to the watch', async () => {
    const refusal = server.intercept((request, response) => {
      if (!request.query.has('watch')) {
        return false;
      }
      refusal.restore();
      response.writeHead(410, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ kind: 'Status', code: 410 }));
      return true;
    });

    watch();

    await waitFor('second list', () => lists().length === 2);
    await waitFor('watch', watching);
    expect(events).toEqual(['synced a', 'synced a', 'connected']);
  });

  it('starts over when the list expires between two pages', async () => {
    server.put(path, thing('b'));
    const refusal = server.intercept((request, response) => {
      if (!request.query.has('continue')) {
        return false;
      }
      refusal.restore();
      response.writeHead(410, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ kind: 'Status', code: 410 }));
      return true;
    });

    watch({}, 1);

    await waitFor('watch', watching);
    expect(events).toEqual(['synced a,b', 'connected']);
    expect(lists()).toHaveLength(4);
  });

  it('says that it lost a server that is gone, and lists again when it is back', async () => {
    watch();
    await waitFor('watch', watching);

    await server.stop();
    await waitFor('loss', () => events.includes('lost unreachable'));
    server.startOver();
    server.put(path, thing('z'));
    await server.start();

    await waitFor('second list', () => events.includes('synced z'));
    await waitFor('watch', watching);
    expect(events.at(-1)).toBe('connected');
  });

  it('lists again when another past answers without a loss', async () => {
    watch({ shortWatchMs: 0 });
    await waitFor('watch', watching);

    server.startOver();
    server.bookmark(path);

    await waitFor('second list', () => events.includes('synced '));
    expect(lists()).toHaveLength(2);
  });

  it('does not trust silence: a half-open connection is given up', async () => {
    watch({ silenceMs: 50, shortWatchMs: 0 });

    await waitFor('third watch', () => watches().length >= 3);
    expect(lists()).toHaveLength(1);
  });

  it('keeps a connection that speaks', async () => {
    watch({ silenceMs: 3_000 });
    await waitFor('watch', watching);

    for (let count = 1; count <= 8; count += 1) {
      server.bookmark(path);
      await waitFor(
        'bookmark',
        () => events.filter(event => event === 'confirmed').length === count,
      );
      await pause(500);
    }

    expect(watches()).toHaveLength(1);
  });

  it('gives up on a server that accepts and never answers', async () => {
    const hang = server.intercept(() => true);

    watch({ listTimeoutMs: 30 });

    await waitFor('timeout', () => events.includes('lost timeout'));
    hang.restore();
    await waitFor('watch', watching);
    expect(events.at(-2)).toBe('synced a');
  });

  it.each<[number, string]>([
    [401, 'lost unauthorized'],
    [403, 'lost forbidden'],
    [404, 'lost notFound'],
    [429, 'lost throttled'],
    [500, 'lost serverError'],
    [503, 'lost unreachable'],
  ])('tells a %s and heals when it ends', async (status, expected) => {
    const refusal = server.refuse(status);

    watch();

    await waitFor('loss', () => events.includes(expected));
    refusal.restore();
    await waitFor('watch', watching);
    expect(events.at(-2)).toBe('synced a');
  });

  it('waits as long as a throttling server says', async () => {
    const refusal = server.refuse(429, { headers: { 'retry-after': '3' } });

    watch();
    await waitFor('loss', () => events.includes('lost throttled'));
    refusal.restore();
    await pause(300);

    expect(server.requests).toHaveLength(1);
    await waitFor('watch', watching);
  });

  it.each([
    ['no JSON', '{"type":"ADDED","object":{"metadata":{'],
    ['no event', '{"hello":"world"}'],
    [
      'an event of an unknown type',
      '{"type":"SLEPT","object":{"metadata":{"name":"x","resourceVersion":"900"}}}',
    ],
    [
      'an object without a version',
      '{"type":"ADDED","object":{"metadata":{"name":"x"}}}',
    ],
  ])('lists again after a line that is %s', async (_, line) => {
    watch();
    await waitFor('watch', watching);

    server.send(path, line);

    await waitFor('loss', () => events.includes('lost invalidResponse'));
    await waitFor('watch', watching);
    expect(events.at(-2)).toBe('synced a');
  });

  it('tells a list that is none', async () => {
    const wrong = server.refuse(200, { body: { items: 'many' } });

    watch();

    await waitFor('loss', () => events.includes('lost invalidResponse'));
    wrong.restore();
    await waitFor('watch', watching);
    expect(events.at(-2)).toBe('synced a');
  });

  it('puts lines together that arrive in pieces', async () => {
    watch();
    await waitFor('watch', watching);
    const line = JSON.stringify({
      type: 'ADDED',
      object: { metadata: { name: 'größe', resourceVersion: '900' } },
    });

    server.sendInPieces(path, `${line}\n${line.replace('900', '901')}\n`, 7);

    await waitFor(
      'both',
      () => events.filter(event => event === 'upserted größe').length === 2,
    );
    expect(events).toHaveLength(4);
  });

  it('does not run in circles with a server that ends every watch at once', async () => {
    const closing = server.intercept((request, response) => {
      if (!request.query.has('watch')) {
        return false;
      }
      response.writeHead(200);
      response.end();
      return true;
    });

    const begin = Date.now();
    watch({ minPauseMs: 60, maxPauseMs: 60 });
    await waitFor('third watch', () => watches().length >= 3);
    await pause(400);

    closing.restore();
    expect(watches().length).toBeLessThanOrEqual((Date.now() - begin) / 25);
  });

  it('is back soon after a server that cut every watch for a while', async () => {
    watch({ minPauseMs: 5, maxPauseMs: 60_000, shortWatchMs: 100 });
    // Doubling without a bound, the last pause alone would be some seconds.
    for (let round = 1; round <= 14; round += 1) {
      await waitFor('watch', () => watches().length === round && watching());
      server.drop();
    }

    await waitFor('watch', () => watches().length === 15, 4_000);
    expect(events).not.toContain('lost unreachable');
  });

  it('does not run in circles with a server that says at once that the past has expired', async () => {
    const expiring = server.intercept((request, response) => {
      if (!request.query.has('watch')) {
        return false;
      }
      response.writeHead(200);
      response.end('{"type":"ERROR","object":{"code":410}}\n');
      return true;
    });

    const begin = Date.now();
    watch({ minPauseMs: 60, maxPauseMs: 60 });
    await waitFor('third watch', () => watches().length >= 3);
    await pause(400);

    expiring.restore();
    expect(watches().length).toBeLessThanOrEqual((Date.now() - begin) / 25);
  });

  it('ends when it is told to, whatever it does', async () => {
    watch();
    await waitFor('watch', watching);

    stop.abort();
    await running;

    await waitFor('no watch', () => server.watchCount(path) === 0);
    expect(events.at(-1)).toBe('connected');
  });
});

function describeEvent(event: CollectionEvent<string>): string {
  switch (event.type) {
    case 'synced':
      return `synced ${event.items.join()}`;
    case 'upserted':
    case 'removed':
      return `${event.type} ${event.item}`;
    case 'lost':
      return `lost ${event.error.failure}`;
    default:
      return event.type;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms);
  });
}
