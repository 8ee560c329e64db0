import { stringify } from 'yaml';

/**
 * One user of the API server, known by a client certificate.
 *
 * @internal
 */
export interface KubeconfigOptions {
  /** The name of the cluster, of the user and of the context. */
  name: string;
  server: string;
  certificateAuthority: string;
  clientCertificate: string;
  clientKey: string;
}

/**
 * A kubeconfig that carries everything in itself, so that it works from any
 * folder and inside any container.
 *
 * @internal
 */
export function buildKubeconfig(options: KubeconfigOptions): string {
  const { name } = options;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name,
        cluster: {
          server: options.server,
          'certificate-authority-data': base64(options.certificateAuthority),
        },
      },
    ],
    users: [
      {
        name,
        user: {
          'client-certificate-data': base64(options.clientCertificate),
          'client-key-data': base64(options.clientKey),
        },
      },
    ],
    contexts: [{ name, context: { cluster: name, user: name } }],
    'current-context': name,
  });
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}
