import { stringify } from 'yaml';
import type { SandboxIdentity } from './identity';
import { identityExtension } from './identity';

/** A kubeconfig whose only context is the sandbox. @internal */
export function buildKubeconfig(facts: {
  url: string;
  identity: SandboxIdentity;
  name: string;
}): string {
  const { url, identity, name } = facts;
  const user = `${name}-admin`;
  const caData = Buffer.from(identity.certificate.certificatePem);
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name,
        cluster: {
          server: url,
          'certificate-authority-data': caData.toString('base64'),
        },
      },
    ],
    users: [{ name: user, user: { token: identity.token } }],
    contexts: [
      { name, context: { cluster: name, user, namespace: 'default' } },
    ],
    'current-context': name,
    extensions: [
      {
        name: identityExtension,
        extension: {
          apiVersion: 'sandbox.kratix-portal.io/v1',
          kind: 'Identity',
          ...identity.certificate,
          token: identity.token,
        },
      },
    ],
  });
}
