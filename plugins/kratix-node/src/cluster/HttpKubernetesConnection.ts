import http, {
  type IncomingMessage,
  type OutgoingHttpHeaders,
} from 'node:http';
import https, { type RequestOptions } from 'node:https';
import type { Readable } from 'node:stream';
import type { ClusterAccess } from './access/ClusterAccess';
import type { KubeConfigSource } from './access/KubeConfigSource';
import type {
  ClusterIdentity,
  KubernetesConnection,
  KubernetesRequest,
} from './KubernetesConnection';
import { KubernetesError } from './failures/KubernetesError';
import { readJsonBody } from './readJsonBody';
import { toNetworkError } from './failures/toNetworkError';
import { toStatusError } from './failures/toStatusError';

// Idle time after which the kernel starts to ask a silent peer whether it is still there: then once a second, and
// after ten questions without an answer the connection is over (libuv `uv__tcp_keepalive`). No request of the
// API server's is spent on it.
const TCP_KEEPALIVE_MS = 10_000;

/**
 * Speaks HTTP to one API server.
 *
 * The client library's own request layer is not used: it cannot send several `Impersonate-Group` headers (its README
 * says so), and its watch has no limit on waiting.
 * @internal
 */
export class HttpKubernetesConnection implements KubernetesConnection {
  readonly #source: KubeConfigSource;

  constructor(source: KubeConfigSource) {
    this.#source = source;
  }

  async requestJson(request: KubernetesRequest): Promise<unknown> {
    return withDeadline(request, async signal => {
      const response = await this.#send(request, signal);
      return readJsonBody(response, describe(request));
    });
  }

  async openStream(request: KubernetesRequest): Promise<Readable> {
    return withDeadline(request, signal => this.#send(request, signal));
  }

  async #send(
    request: KubernetesRequest,
    signal: AbortSignal,
  ): Promise<IncomingMessage> {
    const access = await this.#source.load();
    const { server } = access;
    try {
      const options = await signIn(access, request.identity);
      const response = await sendOnce(toUrl(server, request), {
        ...options,
        method: request.method,
        signal,
        body: request.body,
      });
      await requireSuccess(response, request);
      return response;
    } catch (error) {
      signal.throwIfAborted();
      throw toNetworkError(error, server);
    }
  }
}

// The deadline ends with the work, so that a stream may go on; the caller's signal ends that as well.
async function withDeadline<T>(
  request: KubernetesRequest,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const deadline = new AbortController();
  const timer = setTimeout(() => {
    deadline.abort(
      new KubernetesError(
        'timeout',
        `The API server did not answer ${describe(request)} within ${
          request.timeoutMs
        } ms`,
      ),
    );
  }, request.timeoutMs);
  const signal = request.signal
    ? AbortSignal.any([request.signal, deadline.signal])
    : deadline.signal;
  const abortion = awaitAbortion(signal);
  try {
    return await Promise.race([work(signal), abortion.promise]);
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  } finally {
    clearTimeout(timer);
    abortion.forget();
  }
}

// The work is not waited for: a credential plugin that hangs heeds no signal. Forgotten in the end, because a
// combined signal that somebody listens to lives as long as its sources (Node's `gcPersistentSignals`), and
// with it the promise that was raced and the whole answer.
function awaitAbortion(signal: AbortSignal): {
  readonly promise: Promise<never>;
  forget(): void;
} {
  let fail = () => {};
  const promise = new Promise<never>((_, reject) => {
    fail = () => reject(signal.reason);
  });
  if (signal.aborted) {
    fail();
  }
  signal.addEventListener('abort', fail, { once: true });
  return {
    promise,
    forget: () => signal.removeEventListener('abort', fail),
  };
}

async function signIn(
  access: ClusterAccess,
  identity: ClusterIdentity = { type: 'portal' },
): Promise<RequestOptions> {
  const effective =
    identity.type === 'token' ? access.withToken(identity.token) : access;
  const options = await effective.signIn();
  if (identity.type !== 'impersonate') {
    return options;
  }
  const headers: OutgoingHttpHeaders = {
    ...(options.headers as OutgoingHttpHeaders),
    'Impersonate-User': identity.user,
    // An array becomes one header line per group, as Kubernetes wants them.
    'Impersonate-Group': [...identity.groups],
  };
  return { ...options, headers };
}

function sendOnce(
  url: URL,
  options: RequestOptions & { body: KubernetesRequest['body'] },
): Promise<IncomingMessage> {
  const { body, ...rest } = options;
  const content = body && JSON.stringify(body.json);
  const headers: OutgoingHttpHeaders = {
    ...(rest.headers as OutgoingHttpHeaders),
    Accept: 'application/json',
    'User-Agent': 'kratix-portal',
    ...(body && {
      'Content-Type': body.contentType,
      // Node tells neither a length nor chunks for a DELETE by itself.
      'Content-Length': Buffer.byteLength(content ?? ''),
    }),
  };
  const client = url.protocol === 'http:' ? http : https;
  return new Promise((resolve, reject) => {
    const outgoing = client.request(url, { ...rest, headers }, resolve);
    outgoing.on('error', reject);
    outgoing.on('socket', socket =>
      socket.setKeepAlive(true, TCP_KEEPALIVE_MS),
    );
    outgoing.end(content);
  });
}

async function requireSuccess(
  response: IncomingMessage,
  request: KubernetesRequest,
): Promise<void> {
  const statusCode = response.statusCode ?? 0;
  if (statusCode >= 200 && statusCode < 300) {
    return;
  }
  const body = await readJsonBody(response, describe(request)).catch(
    () => undefined,
  );
  throw toStatusError(body, {
    statusCode,
    retryAfter: response.headers['retry-after'],
    what: describe(request),
  });
}

function toUrl(server: string, request: KubernetesRequest): URL {
  // The server's address may have a path of its own, as behind a proxy for many clusters.
  const url = new URL(server.replace(/\/+$/, '') + request.path);
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) {
      url.searchParams.set(name, String(value));
    }
  }
  return url;
}

function describe(request: KubernetesRequest): string {
  return `${request.method} ${request.path}`;
}
