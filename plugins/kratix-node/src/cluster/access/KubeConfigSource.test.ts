import { createMockDirectory } from '@backstage/backend-test-utils';
import { KubeConfigSource } from './KubeConfigSource';
import { KubernetesError } from '../failures/KubernetesError';

const kubeconfig = (server: string, token = 's3cret') => `
apiVersion: v1
kind: Config
current-context: dev
clusters:
  - name: dev
    cluster: { server: '${server}' }
  - name: prod
    cluster: { server: 'https://prod.example.org', certificate-authority: ca.pem }
users:
  - name: portal
    user: { token: '${token}', client-certificate-data: Q0VSVA==, client-key-data: S0VZ }
contexts:
  - name: dev
    context: { cluster: dev, user: portal }
  - name: prod
    context: { cluster: prod, user: portal }
`;

describe('KubeConfigSource', () => {
  const directory = createMockDirectory();

  function source(context?: string): KubeConfigSource {
    return new KubeConfigSource({
      type: 'kubeconfig',
      path: directory.resolve('config'),
      context,
    });
  }

  it('takes the current context, or the one that is named', async () => {
    directory.setContent({ config: kubeconfig('https://dev.example.org') });

    const current = await source().load();
    const named = await source('prod').load();

    expect(current.server).toBe('https://dev.example.org');
    expect(named.server).toBe('https://prod.example.org');
  });

  it('reads the file again when it has changed, and only then', async () => {
    directory.setContent({ config: kubeconfig('https://one.example.org') });
    const changing = source();

    const first = await changing.load();
    const same = await changing.load();
    directory.setContent({ config: kubeconfig('https://two.example.org') });
    const second = await changing.load();

    expect(same).toBe(first);
    expect(second.server).toBe('https://two.example.org');
  });

  it.each<[string, Record<string, string>, string | undefined, string]>([
    ['a missing file', {}, undefined, 'cannot be read'],
    [
      'a file that is none',
      { config: 's3cret: [' },
      undefined,
      'is not a valid kubeconfig',
    ],
    ['an empty file', { config: '' }, undefined, 'is not a valid kubeconfig'],
    [
      'an unknown context',
      { config: kubeconfig('https://dev.example.org') },
      'test',
      "no usable context 'test'",
    ],
  ])('explains %s without quoting it', async (_, files, context, expected) => {
    directory.setContent(files);

    const error = await source(context)
      .load()
      .catch(reason => reason);

    expect(error).toBeInstanceOf(KubernetesError);
    expect(error.failure).toBe('misconfigured');
    expect(error.message).toContain(expected);
    expect(error.message).not.toContain('s3cret');
  });

  it('explains that a process is not in a cluster', async () => {
    const pod = new KubeConfigSource({ type: 'inCluster' });

    await expect(pod.load()).rejects.toThrow(
      'does not run in a Kubernetes cluster',
    );
  });

  it('knows its server and its account in a Pod', async () => {
    const pod = new KubeConfigSource({ type: 'inCluster' });
    jest.replaceProperty(process, 'env', {
      ...process.env,
      KUBERNETES_SERVICE_HOST: 'fd00::1',
      KUBERNETES_SERVICE_PORT: '6443',
    });

    expect((await pod.load()).server).toBe('https://[fd00::1]:6443');
    jest.restoreAllMocks();
  });
});
