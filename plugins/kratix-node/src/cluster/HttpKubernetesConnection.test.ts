import { getEventListeners } from 'node:events';
import { Socket } from 'node:net';
import { createSandbox, type Sandbox } from '@kratix-portal/sandbox';
import { FakeApiServer } from '../__fixtures__/FakeApiServer';
import { waitFor } from '../__fixtures__/waitFor';
import type { ConnectionConfig } from '../config/KratixConfig';
import { HttpKubernetesConnection } from './HttpKubernetesConnection';
import { KubeConfigSource } from './access/KubeConfigSource';
import type { KubernetesRequest } from './KubernetesConnection';

const get: KubernetesRequest = {
  method: 'GET',
  path: '/api/v1/namespaces',
  timeoutMs: 30_000,
};

function connect(
  config: Partial<Extract<ConnectionConfig, { type: 'cluster' }>>,
): HttpKubernetesConnection {
  return new HttpKubernetesConnection(
    new KubeConfigSource({
      type: 'cluster',
      url: 'http://127.0.0.1',
      serviceAccountToken: 's3cret',
      skipTLSVerify: false,
      ...config,
    }),
  );
}

describe('HttpKubernetesConnection', () => {
  const server = new FakeApiServer();

  beforeEach(async () => {
    server.reset();
    await server.start();
  });

  afterEach(() => server.stop());

  it('keeps the path that a proxy serves the cluster below', async () => {
    server.refuse(200, { body: { ok: true } });

    await connect({ url: `${server.url}/k8s/clusters/dev/` }).requestJson(get);

    expect(server.requests[0]?.path).toBe(
      '/k8s/clusters/dev/api/v1/namespaces',
    );
  });

  it('lets the kernel ask a silent peer, for a stream may be silent for long', async () => {
    const asked = jest.spyOn(Socket.prototype, 'setKeepAlive');
    server.install(get.path);

    const stream = await connect({ url: server.url }).openStream(get);
    stream.destroy();

    expect(asked).toHaveBeenCalledWith(true, 10_000);
    asked.mockRestore();
  });

  it('ends a stream when its signal is aborted, and no sooner', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] });
    server.install(get.path);
    const stop = new AbortController();
    const stream = await connect({ url: server.url }).openStream({
      ...get,
      query: { watch: 'true' },
      signal: stop.signal,
    });
    const closed = new Promise(resolve => stream.on('close', resolve));
    stream.on('error', () => {});

    jest.advanceTimersByTime(2 * get.timeoutMs);
    jest.useRealTimers();
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(stream.destroyed).toBe(false);

    stop.abort();
    await closed;
    expect(stream.destroyed).toBe(true);
  });

  it.each([
    ['a redirect', 302, 'invalidResponse'],
    ['an empty answer', 204, 'invalidResponse'],
  ])('does not follow %s', async (_, status, failure) => {
    server.intercept((__, response) => {
      response.writeHead(status, { location: 'http://127.0.0.1:1/' });
      response.end();
      return true;
    });

    await expect(
      connect({ url: server.url }).requestJson(get),
    ).rejects.toMatchObject({ failure });
  });

  it('gives up on an answer that stops halfway', async () => {
    server.intercept((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"items":[');
      return true;
    });

    await expect(
      connect({ url: server.url }).requestJson({ ...get, timeoutMs: 100 }),
    ).rejects.toMatchObject({
      failure: 'timeout',
      message:
        'The API server did not answer GET /api/v1/namespaces within 100 ms',
    });
  });

  it('gives up on a credential plugin that hangs', async () => {
    const source = new KubeConfigSource({
      type: 'cluster',
      url: server.url,
      serviceAccountToken: 's3cret',
      skipTLSVerify: false,
    });
    const access = await source.load();
    jest.spyOn(access, 'signIn').mockReturnValue(new Promise(() => {}));
    const connection = new HttpKubernetesConnection(source);

    await expect(
      connection.requestJson({ ...get, timeoutMs: 100 }),
    ).rejects.toMatchObject({ failure: 'timeout' });
    const stop = new AbortController();
    const stopped = connection.openStream({ ...get, signal: stop.signal });
    stop.abort(new Error('shutdown'));
    await expect(stopped).rejects.toThrow('shutdown');
  });

  it('lets go of an answer while the signal of its request lives on', async () => {
    const combine = jest.spyOn(AbortSignal, 'any');
    server.refuse(200, { body: { ok: true } });

    await connect({ url: server.url }).requestJson({
      ...get,
      signal: new AbortController().signal,
    });

    const [combined] = combine.mock.results;
    combine.mockRestore();
    const listeners = () => getEventListeners(combined?.value, 'abort');
    await waitFor('no listener', () => listeners().length === 0);
    expect(listeners()).toEqual([]);
  });

  it('tells that an answer was cut off', async () => {
    server.intercept((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"items":[');
      setTimeout(() => server.drop(), 20);
      return true;
    });

    await expect(
      connect({ url: server.url }).requestJson(get),
    ).rejects.toMatchObject({ failure: 'unreachable' });
  });

  describe('with TLS', () => {
    let sandbox: Sandbox;

    beforeEach(async () => {
      sandbox = await createSandbox({ empty: true, log: () => {} });
    });

    afterEach(() => sandbox.close());

    const secureUrl = () => sandbox.url.replace('http://', 'https://');

    it('does not trust a certificate of nobody, and says what to do', async () => {
      const attempt = connect({ url: secureUrl() }).requestJson(get);

      await expect(attempt).rejects.toMatchObject({
        failure: 'unreachable',
        message: expect.stringContaining('caData or caFile'),
      });
    });

    it('speaks to it when told not to check, and is told that the token is wrong', async () => {
      const attempt = connect({
        url: secureUrl(),
        skipTLSVerify: true,
      }).requestJson(get);

      await expect(attempt).rejects.toMatchObject({
        failure: 'unauthorized',
        message: expect.not.stringContaining('s3cret'),
      });
    });
  });
});
