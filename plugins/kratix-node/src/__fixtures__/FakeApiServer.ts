import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** An object as a cluster holds it; only what the server itself needs is typed. */
export interface FakeObject {
  metadata: {
    name: string;
    namespace?: string;
    resourceVersion?: string;
    [key: string]: unknown;
  };
  [key: string]: unknown;
}

interface FakeEvent {
  version: number;
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  object: FakeObject;
}

interface FakeWatch {
  path: string;
  response: ServerResponse;
}

export interface SeenRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  rawHeaders: string[];
  body: string;
}

const expired = {
  type: 'ERROR',
  object: {
    kind: 'Status',
    code: 410,
    reason: 'Expired',
    message: 'too old resource version',
  },
};

type Handler = (request: SeenRequest, response: ServerResponse) => boolean;

/**
 * The list and watch of an API server, small enough to be read at once, with every fault that a test may
 * need. It checks nothing; what a real one accepts is for the sandbox to say.
 */
export class FakeApiServer {
  readonly requests: SeenRequest[] = [];
  readonly #collections = new Map<string, Map<string, FakeObject>>();
  readonly #events = new Map<string, FakeEvent[]>();
  readonly #watches = new Set<FakeWatch>();
  readonly #sockets = new Set<Socket>();
  readonly #handlers = new Set<Handler>();
  #version = 100;
  #oldest = 0;
  #server: http.Server | undefined;
  #port = 0;

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Listens, on the same port as before if it did. */
  async start(): Promise<void> {
    const server = http.createServer((req, res) => this.#receive(req, res));
    server.on('connection', socket => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
    await new Promise<void>(resolve =>
      server.listen(this.#port, '127.0.0.1', resolve),
    );
    this.#server = server;
    this.#port = (server.address() as AddressInfo).port;
  }

  /** Cuts every connection and listens no longer. */
  async stop(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    await new Promise<void>(resolve => {
      if (!server) {
        resolve();
        return;
      }
      server.close(() => resolve());
      this.#sockets.forEach(socket => socket.destroy());
    });
  }

  /** As new, but for the port. */
  reset(): void {
    this.requests.length = 0;
    this.#handlers.clear();
    this.#collections.clear();
    this.#events.clear();
    this.#oldest = 0;
  }

  /** Comes to know a collection; one that it does not know is answered with 404. */
  install(path: string, objects: FakeObject[] = []): void {
    this.#collections.set(path, new Map());
    this.#events.set(path, []);
    objects.forEach(object => this.put(path, object));
  }

  uninstall(path: string): void {
    this.#collections.delete(path);
  }

  put(path: string, object: FakeObject): void {
    const key = keyOf(object);
    const stored = {
      ...object,
      metadata: {
        ...object.metadata,
        resourceVersion: String((this.#version += 1)),
      },
    };
    const collection = this.#require(path);
    const type = collection.has(key) ? 'MODIFIED' : 'ADDED';
    collection.set(key, stored);
    this.#publish(path, { version: this.#version, type, object: stored });
  }

  remove(path: string, object: FakeObject): void {
    const collection = this.#require(path);
    const stored = collection.get(keyOf(object));
    if (!stored) {
      throw new Error(`There is no ${keyOf(object)} in ${path}`);
    }
    collection.delete(keyOf(object));
    const version = (this.#version += 1);
    this.#publish(path, {
      version,
      type: 'DELETED',
      object: {
        ...stored,
        metadata: { ...stored.metadata, resourceVersion: String(version) },
      },
    });
  }

  /** A backup is restored: what was is another past, with smaller versions. */
  startOver(): void {
    this.#version = 1;
    this.#oldest = 0;
    this.#collections.forEach(collection => collection.clear());
    this.#events.forEach(events => events.splice(0));
  }

  watchCount(path: string): number {
    return [...this.#watches].filter(watch => watch.path === path).length;
  }

  /** Writes one line to each watch of a collection, whatever it is. */
  send(path: string, line: string | object): void {
    const text = typeof line === 'string' ? line : JSON.stringify(line);
    this.#watches.forEach(watch => {
      if (watch.path === path) {
        watch.response.write(`${text}\n`);
      }
    });
  }

  /** Writes bytes to each watch of a collection, some at a time. */
  sendInPieces(path: string, text: string, size: number): void {
    const bytes = Buffer.from(text);
    this.#watches.forEach(watch => {
      for (let at = 0; watch.path === path && at < bytes.length; at += size) {
        watch.response.write(bytes.subarray(at, at + size));
      }
    });
  }

  bookmark(path: string, version: number = this.#version): void {
    this.send(path, {
      type: 'BOOKMARK',
      object: { metadata: { resourceVersion: String(version) } },
    });
  }

  /** Ends the watches of a collection as an API server does at their timeout. */
  endWatches(path: string): void {
    this.#watches.forEach(watch => {
      if (watch.path === path) {
        watch.response.end();
      }
    });
  }

  /** Cuts every connection, in the middle of whatever it is. */
  drop(): void {
    this.#sockets.forEach(socket => socket.destroy());
  }

  /** Forgets the past: a watch that wants to resume from before now is told that it has expired. */
  compact(): void {
    this.#oldest = this.#version + 1;
    this.#version += 1;
  }

  /** Answers in its own way what the handler takes (returns true for), until restored. */
  intercept(handler: Handler): { restore(): void } {
    this.#handlers.add(handler);
    return { restore: () => void this.#handlers.delete(handler) };
  }

  refuse(
    status: number,
    options: { path?: string; body?: object; headers?: object } = {},
  ): { restore(): void } {
    return this.intercept((request, response) => {
      if (options.path !== undefined && request.path !== options.path) {
        return false;
      }
      response.writeHead(status, {
        'content-type': 'application/json',
        ...options.headers,
      });
      response.end(
        JSON.stringify(
          options.body ?? { kind: 'Status', code: status, message: 'refused' },
        ),
      );
      return true;
    });
  }

  #receive(req: IncomingMessage, res: ServerResponse): void {
    const url = new URL(req.url ?? '/', this.url);
    let body = '';
    req.setEncoding('utf8');
    req.on('data', chunk => {
      body += chunk;
    });
    req.on('end', () => {
      const seen: SeenRequest = {
        method: req.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: req.headers,
        rawHeaders: req.rawHeaders,
        body,
      };
      this.requests.push(seen);
      const isTaken = [...this.#handlers].some(handler => handler(seen, res));
      if (!isTaken) {
        this.#answer(seen, res);
      }
    });
  }

  #answer(request: SeenRequest, response: ServerResponse): void {
    const collection = this.#collections.get(request.path);
    if (!collection) {
      response.writeHead(404, { 'content-type': 'text/plain' });
      response.end('404 page not found\n');
    } else if (request.query.get('watch') === 'true') {
      this.#watch(request, response);
    } else {
      this.#list(request, response, [...collection.values()]);
    }
  }

  #list(
    request: SeenRequest,
    response: ServerResponse,
    all: FakeObject[],
  ): void {
    const from = Number(request.query.get('continue') ?? 0);
    const to = from + Number(request.query.get('limit') ?? all.length);
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify({
        metadata: {
          resourceVersion: String(this.#version),
          ...(to < all.length && { continue: String(to) }),
        },
        items: all.slice(from, to),
      }),
    );
  }

  #watch(request: SeenRequest, response: ServerResponse): void {
    const from = Number(request.query.get('resourceVersion'));
    const watch = { path: request.path, response };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    if (from < this.#oldest) {
      response.end(`${JSON.stringify(expired)}\n`);
      return;
    }
    this.#watches.add(watch);
    response.on('close', () => this.#watches.delete(watch));
    this.#events
      .get(request.path)
      ?.filter(event => event.version > from)
      .forEach(event => response.write(`${JSON.stringify(event)}\n`));
  }

  #publish(path: string, event: FakeEvent): void {
    this.#events.get(path)?.push(event);
    this.send(path, event);
  }

  #require(path: string): Map<string, FakeObject> {
    const collection = this.#collections.get(path);
    if (!collection) {
      throw new Error(`${path} is not installed`);
    }
    return collection;
  }
}

function keyOf(object: FakeObject): string {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}
