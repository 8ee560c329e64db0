import https, {
  createServer,
  type RequestOptions,
  type Server,
} from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import {
  createMockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import {
  createAuthority,
  hours,
  type Authority,
  type Certificate,
} from './__testUtils__/certificates';
import { readKratixConfig } from '../config/readKratixConfig';
import { HttpKubernetesConnection } from './HttpKubernetesConnection';
import { KubeConfigSource } from './access/KubeConfigSource';

/**
 * Each way to reach a cluster, over TLS, from the app-config to what the server sees.
 */
describe('a connection over TLS', () => {
  const directory = createMockDirectory();
  const servers: Server[] = [];
  let authority: Authority;
  let stranger: Authority;

  beforeAll(async () => {
    authority = await createAuthority();
    stranger = await createAuthority();
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await Promise.all(
      servers
        .splice(0)
        .map(server => new Promise(resolve => server.close(resolve))),
    );
  });

  it.each<[string, () => object]>([
    ['as data', () => ({ caData: base64(authority.cert) })],
    ['as a file', () => ({ caFile: file('ca.crt', authority.cert) })],
  ])('trusts the authority that is given %s', async (_, ca) => {
    const url = await serve(await authority.issue('api'));

    expect(
      await ask({ cluster: { url, serviceAccountToken: 's3cret', ...ca() } }),
    ).toEqual({ authorization: 'Bearer s3cret' });
  });

  it('does not trust another authority of the same name, and says what to check', async () => {
    const url = await serve(await stranger.issue('api'));

    await expect(
      ask({
        cluster: {
          url,
          serviceAccountToken: 's3cret',
          caData: base64(authority.cert),
        },
      }),
    ).rejects.toMatchObject({
      failure: 'unreachable',
      message: expect.stringMatching(
        /authority.*; check .*caData or caFile|self-signed.*caData or caFile/,
      ),
    });
  });

  it('says that a certificate has expired', async () => {
    const url = await serve(
      await authority.issue('api', { notAfter: hours(-0.5) }),
    );

    await expect(
      ask({
        cluster: {
          url,
          serviceAccountToken: 's3cret',
          caData: base64(authority.cert),
        },
      }),
    ).rejects.toThrow('its certificate has expired');
  });

  it('says that a certificate is for another host', async () => {
    const url = await serve(await authority.issue('api'));

    await expect(
      ask({
        cluster: {
          url: url.replace('127.0.0.1', 'localhost'),
          serviceAccountToken: 's3cret',
          caData: base64(authority.cert),
        },
      }),
    ).rejects.toThrow('its certificate is for another host name');
  });

  it.each([
    ['caFile', { caFile: 'ca.crt', serviceAccountToken: 's3cret' }],
    [
      'serviceAccountTokenFile',
      { skipTLSVerify: true, serviceAccountTokenFile: 'token' },
    ],
  ])('names the file of %s that is not there', async (_, files) => {
    const url = await serve(await authority.issue('api'));
    directory.setContent({});
    const given = Object.fromEntries(
      Object.entries(files).map(([key, value]) => [
        key,
        key.endsWith('File') ? directory.resolve(String(value)) : value,
      ]),
    );

    await expect(ask({ cluster: { url, ...given } })).rejects.toMatchObject({
      failure: 'misconfigured',
      message: expect.stringContaining(directory.path),
    });
  });

  it('follows a token file that somebody rotates', async () => {
    const url = await serve(await authority.issue('api'));
    const connection = connect({
      cluster: {
        url,
        caData: base64(authority.cert),
        serviceAccountTokenFile: file('token', 'first\n'),
      },
    });

    expect(await get(connection)).toEqual({ authorization: 'Bearer first' });
    file('token', 'second\n');
    const now = Date.now();
    jest.spyOn(Date, 'now').mockImplementation(() => now + 61_000);
    expect(await get(connection)).toEqual({ authorization: 'Bearer second' });
  });

  it('follows an authority that somebody rotates', async () => {
    const connection = connect({
      cluster: {
        url: await serve(await stranger.issue('api')),
        caFile: file('ca.crt', authority.cert),
        serviceAccountToken: 's3cret',
      },
    });
    await expect(get(connection)).rejects.toThrow('caFile');

    file('ca.crt', stranger.cert);

    expect(await get(connection)).toEqual({ authorization: 'Bearer s3cret' });
  });

  // As global-agent does, which leads all of a process's requests through a proxy.
  it('trusts and shows the same where another agent takes the place of its own', async () => {
    const { request } = https;
    const forced = (
      address: string | URL,
      options: RequestOptions,
      onResponse?: Parameters<typeof request>[2],
    ) => request(address, { ...options, agent: new https.Agent() }, onResponse);
    const spy = jest
      .spyOn(https, 'request')
      .mockImplementation(forced as never);
    const client = await authority.issue('ana');
    const path = file(
      'kubeconfig',
      kubeconfig(await serve(await authority.issue('api')), {
        'client-certificate-data': base64(client.cert),
        'client-key-data': base64(client.key),
      }),
    );

    expect(await ask({ kubeconfig: { path } })).toEqual({ client: 'ana' });
    expect(spy).toHaveBeenCalledTimes(1);
  });

  it('shows the client certificate of a kubeconfig', async () => {
    const url = await serve(await authority.issue('api'));
    const client = await authority.issue('ana');
    const path = file(
      'kubeconfig',
      kubeconfig(url, {
        'client-certificate-data': base64(client.cert),
        'client-key-data': base64(client.key),
      }),
    );

    expect(await ask({ kubeconfig: { path } })).toEqual({ client: 'ana' });
  });

  it('asks the credential plugin of a kubeconfig', async () => {
    const url = await serve(await authority.issue('api'));
    const credential = JSON.stringify({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token: 'of-the-plugin' },
    });
    const path = file(
      'kubeconfig',
      kubeconfig(url, {
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: process.execPath,
          args: ['-p', `'${credential}'`],
        },
      }),
    );

    expect(await ask({ kubeconfig: { path } })).toEqual({
      authorization: 'Bearer of-the-plugin',
    });
  });

  it("takes over a cluster of Backstage's Kubernetes plugin", async () => {
    const url = await serve(await authority.issue('api'));

    const answer = await ask(
      { kubernetesPlugin: { cluster: 'theirs' } },
      {
        kubernetes: {
          clusterLocatorMethods: [
            {
              type: 'config',
              clusters: [
                {
                  name: 'theirs',
                  url,
                  authProvider: 'serviceAccount',
                  serviceAccountToken: 'of-their-plugin',
                  caData: base64(authority.cert),
                },
              ],
            },
          ],
        },
      },
    );

    expect(answer).toEqual({ authorization: 'Bearer of-their-plugin' });
  });

  function kubeconfig(url: string, user: object): string {
    return JSON.stringify({
      'current-context': 'dev',
      clusters: [
        {
          name: 'dev',
          cluster: {
            server: url,
            'certificate-authority-data': base64(authority.cert),
          },
        },
      ],
      users: [{ name: 'portal', user }],
      contexts: [{ name: 'dev', context: { cluster: 'dev', user: 'portal' } }],
    });
  }

  function file(name: string, content: string): string {
    directory.setContent({ [name]: content });
    return directory.resolve(name);
  }

  /** Answers with how the client has signed in. */
  async function serve(own: Certificate): Promise<string> {
    const server = createServer(
      {
        ...own,
        ca: authority.cert,
        requestCert: true,
        rejectUnauthorized: false,
      },
      (req, res) => {
        const socket = req.socket as TLSSocket;
        res.setHeader('Content-Type', 'application/json');
        res.setHeader('Connection', 'close');
        res.end(
          JSON.stringify({
            authorization: req.headers.authorization,
            client: socket.authorized
              ? socket.getPeerCertificate().subject.CN
              : undefined,
          }),
        );
      },
    );
    servers.push(server);
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    return `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
});

function connect(
  connection: object,
  root: object = {},
): HttpKubernetesConnection {
  const { platforms } = readKratixConfig(
    mockServices.rootConfig({
      data: { kratix: { platforms: [{ name: 'dev', connection }] }, ...root },
    }),
  );
  const [platform] = platforms;
  if (!platform) {
    throw new Error('There is no platform');
  }
  return new HttpKubernetesConnection(
    new KubeConfigSource(platform.connection),
  );
}

function get(connection: HttpKubernetesConnection): Promise<unknown> {
  return connection.requestJson({
    method: 'GET',
    path: '/version',
    // A credential plugin is a process, which a busy machine starts slowly.
    timeoutMs: 30_000,
  });
}

async function ask(connection: object, root?: object): Promise<unknown> {
  return get(connect(connection, root));
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
