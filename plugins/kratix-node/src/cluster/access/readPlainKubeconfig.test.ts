import { stringify } from 'yaml';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { KubeConfigSource } from './KubeConfigSource';
import { LibraryAccess } from './LibraryAccess';
import { PlainAccess } from './PlainAccess';
import { readPlainKubeconfig } from './readPlainKubeconfig';

type Fields = Record<string, unknown>;

const kubeconfig = (given: { cluster?: Fields; user?: Fields }) =>
  stringify({
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'dev',
    clusters: [
      {
        name: 'dev',
        cluster: { server: 'https://dev.example.org', ...given.cluster },
      },
    ],
    users: [{ name: 'me', user: { token: 's3cret', ...given.user } }],
    contexts: [
      { name: 'dev', context: { cluster: 'dev', user: 'me', namespace: 'a' } },
    ],
  });

const read = (text: string) =>
  readPlainKubeconfig(text, { path: '/home/me/.kube/config' });

describe('readPlainKubeconfig', () => {
  it.each<[string, Parameters<typeof kubeconfig>[0]]>([
    ['a token', {}],
    ['a note of the tool that wrote it', { cluster: { extensions: [{}] } }],
    ['plain http on this machine', { cluster: { server: 'http://[::1]:80' } }],
  ])('understands %s', async (_, given) => {
    const access = read(kubeconfig(given));

    expect(access).toBeInstanceOf(PlainAccess);
    expect(await access?.signIn()).toMatchObject({
      headers: { Authorization: 'Bearer s3cret' },
    });
  });

  it('finds certificates beside the file', async () => {
    const directory = createMockDirectory({
      content: { 'ca.pem': 'CA', 'cert.pem': 'CERT', 'key.pem': 'KEY' },
    });
    const access = readPlainKubeconfig(
      kubeconfig({
        cluster: { 'certificate-authority': 'ca.pem' },
        user: { 'client-certificate': 'cert.pem', 'client-key': 'key.pem' },
      }),
      { path: directory.resolve('config') },
    );

    expect(await access?.signIn()).toMatchObject({
      agent: {
        options: {
          ca: Buffer.from('CA'),
          cert: Buffer.from('CERT'),
          key: Buffer.from('KEY'),
        },
      },
    });
  });

  it.each<[string, Parameters<typeof kubeconfig>[0]]>([
    ['a credential plugin', { user: { exec: { command: 'aws' } } }],
    ['an identity provider', { user: { 'auth-provider': { name: 'oidc' } } }],
    ['a proxy', { cluster: { 'proxy-url': 'http://proxy:3128' } }],
    ['impersonation', { user: { as: 'somebody' } }],
    ['plain http elsewhere', { cluster: { server: 'http://dev.example' } }],
    ['a key that nobody knows yet', { user: { passkey: 'x' } }],
  ])('leaves %s to the client library', (_, given) => {
    expect(read(kubeconfig(given))).toBeUndefined();
  });

  it.each([
    ['that is empty', ''],
    ['that is not YAML', 's3cret: ['],
    ['that is no object', '[]'],
  ])('leaves a file %s to the client library', (_, text) => {
    expect(read(text)).toBeUndefined();
  });
});

describe('with the client library', () => {
  const directory = createMockDirectory();

  const load = (given: Parameters<typeof kubeconfig>[0]) => {
    directory.setContent({ config: kubeconfig(given) });
    return new KubeConfigSource({
      type: 'kubeconfig',
      path: directory.resolve('config'),
    }).load();
  };

  it('asks a credential plugin', async () => {
    const credential = JSON.stringify({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token: 'of-the-plugin' },
    });
    const access = await load({
      user: {
        token: undefined,
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: process.execPath,
          args: ['-p', `'${credential}'`],
        },
      },
    });

    expect(access).toBeInstanceOf(LibraryAccess);
    expect(await access.signIn()).toMatchObject({
      headers: { Authorization: 'Bearer of-the-plugin' },
    });
  });

  it('takes the proxy, and with an own token nothing but that', async () => {
    const access = await load({
      cluster: { 'proxy-url': 'http://proxy.example.org:3128' },
      user: { 'client-certificate-data': 'Q0VSVA==' },
    });

    const options = await access.withToken('hers').signIn();

    expect(access.server).toBe('https://dev.example.org');
    expect(options.headers).toEqual({ Authorization: 'Bearer hers' });
    expect(options).not.toHaveProperty('cert');
    expect(options.agent).toHaveProperty('proxy');
  });
});
