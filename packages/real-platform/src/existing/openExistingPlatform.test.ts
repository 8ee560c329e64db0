import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KubeConfig } from '@kubernetes/client-node';
import { MARKER_NAMESPACE, openExistingPlatform } from './openExistingPlatform';

const MARKER_PATH = `/api/v1/namespaces/${MARKER_NAMESPACE}`;

describe('openExistingPlatform', () => {
  const asked: string[] = [];
  const namespaces = new Map<string, object>();
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      const found = namespaces.get(request.url ?? '');
      response.writeHead(found ? 200 : 404, {
        'content-type': 'application/json',
      });
      response.end(
        JSON.stringify(found ?? { kind: 'Status', reason: 'NotFound' }),
      );
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  beforeEach(() => {
    asked.length = 0;
    namespaces.clear();
  });

  afterAll(async () => {
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  const kubeConfigOf = (current: string) => {
    const kubeConfig = new KubeConfig();
    kubeConfig.loadFromOptions({
      clusters: [
        { name: 'kind', server: url, skipTLSVerify: true },
        // Nobody listens there.
        { name: 'production', server: 'http://127.0.0.1:9' },
      ],
      users: [{ name: 'me' }],
      contexts: [
        { name: 'kind-tests', cluster: 'kind', user: 'me' },
        { name: 'production', cluster: 'production', user: 'me' },
      ],
      currentContext: current,
    });
    return kubeConfig;
  };
  const open = (optIn: string | undefined, current = 'kind-tests') =>
    openExistingPlatform(
      { KRATIX_PORTAL_TEST_CLUSTER: optIn },
      kubeConfigOf(current),
    );
  const mark = (metadata: object = {}) =>
    namespaces.set(MARKER_PATH, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: MARKER_NAMESPACE, ...metadata },
    });

  it('asks no cluster that nobody named', async () => {
    mark();

    expect(await open(undefined)).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('asks no cluster under another name than it has', async () => {
    mark();

    await expect(open('kind-tests', 'production')).rejects.toThrow(
      'KRATIX_PORTAL_TEST_CLUSTER is "kind-tests", but the current context is "production"',
    );
    expect(asked).toEqual([]);
  });

  it('refuses a cluster without the mark, says how to make it, and has only looked', async () => {
    await expect(open('kind-tests')).rejects.toThrow(
      'kubectl --context kind-tests create namespace kratix-portal-test-cluster',
    );
    expect(asked).toEqual([`GET ${MARKER_PATH}`]);
  });

  it('refuses a cluster whose mark is being removed', async () => {
    mark({ deletionTimestamp: '2026-11-21T10:00:00Z' });

    await expect(open('kind-tests')).rejects.toThrow('is not marked');
  });

  it('says so when the cluster cannot be asked', async () => {
    await expect(open('production', 'production')).rejects.toThrow(
      'The cluster of context "production" could not be asked',
    );
  });

  it('opens a marked cluster, and knows no other', async () => {
    mark();

    const platform = await open('kind-tests');

    expect(platform).toMatchObject({ context: 'kind-tests', url });
    const names = platform?.kubeConfig.getClusters().map(({ name }) => name);
    expect(names).toEqual(['kind']);
    expect(asked).toEqual([`GET ${MARKER_PATH}`]);
  });
});
