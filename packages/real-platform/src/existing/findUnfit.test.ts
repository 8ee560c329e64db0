import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { KubeConfig } from '@kubernetes/client-node';
import { findUnfit } from './findUnfit';

const ROOT = '/apis/platform.kratix.io/v1alpha1';

describe('findUnfit', () => {
  const lists = new Map<string, readonly string[]>();
  let server: Server;
  let kubeConfig: KubeConfig;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const names = lists.get((request.url ?? '').replace(`${ROOT}/`, ''));
      response.writeHead(names ? 200 : 404, {
        'content-type': 'application/json',
      });
      response.end(
        JSON.stringify({
          items: (names ?? []).map(name => ({ metadata: { name } })),
        }),
      );
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    kubeConfig = new KubeConfig();
    kubeConfig.loadFromClusterAndUser(
      {
        name: 'lent',
        server: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
        skipTLSVerify: true,
      },
      { name: 'me' },
    );
  });

  beforeEach(() => {
    lists.clear();
    lists.set('bucketstatestores', ['default']);
    lists.set('destinations', ['dev', 'staging', 'prod', 'dry-run']);
    for (const kind of [
      ...['healthrecords', 'promiserevisions'],
      ...['resourcebindings', 'dryruns'],
    ]) {
      lists.set(kind, []);
    }
  });

  afterAll(async () => {
    await new Promise(resolve => {
      server.close(resolve);
    });
  });

  it('finds nothing where everything is there and nothing else', async () => {
    expect(await findUnfit(kubeConfig)).toEqual([]);
  });

  it('says what is missing where there is no Kratix', async () => {
    lists.clear();

    expect(await findUnfit(kubeConfig)).toEqual([
      'It has not got bucketstatestores/default, destinations/dev, destinations/staging, destinations/prod, destinations/dry-run, healthrecords, promiserevisions, resourcebindings, dryruns of platform.kratix.io.',
    ]);
  });

  it('says so of a Kratix that is too old for the stories', async () => {
    lists.delete('dryruns');

    expect(await findUnfit(kubeConfig)).toEqual([
      'It has not got dryruns of platform.kratix.io.',
    ]);
  });

  it('says which Destinations are in the way', async () => {
    lists.set('destinations', ['dev', 'staging', 'prod', 'dry-run', 'worker']);

    expect(await findUnfit(kubeConfig)).toEqual([
      "It has Destinations that the stories' output could go to as well: worker.",
    ]);
  });
});
