import { stringify } from 'yaml';

/** A kubeconfig whose only context is the sandbox. @internal */
export function buildKubeconfig(facts: {
  url: string;
  token: string;
  name: string;
}): string {
  const { url, token, name } = facts;
  return stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name, cluster: { server: url } }],
    users: [{ name: `${name}-admin`, user: { token } }],
    contexts: [
      {
        name,
        context: { cluster: name, user: `${name}-admin`, namespace: 'default' },
      },
    ],
    'current-context': name,
  });
}
