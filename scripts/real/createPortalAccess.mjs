import { readFileSync, writeFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { inRepository } from '../toolchain/repository.mjs';
import { apply, kubectl } from './kubectl.mjs';

const RBAC = inRepository('docs', 'rbac');

/** What docs/rbac/README.md says an identity mode takes. */
const FILES_OF_IDENTITY = {
  impersonate: ['identity-impersonate.yaml', 'write.yaml', 'write-team-a.yaml'],
  'user-token': ['write.yaml', 'write-team-a.yaml'],
  'service-account': ['write.yaml', 'identity-service-account.yaml'],
};

/**
 * Gives a service account exactly the documented rights of the portal, by the documented files, and nothing
 * else. Answers a kubeconfig with its token. Several portals on one cluster differ in their name alone.
 */
export async function createPortalAccess(platform, identity, name) {
  const files = ['read.yaml', 'read-requests.yaml'];
  for (const file of [...files, ...FILES_OF_IDENTITY[identity]]) {
    const text = readFileSync(`${RBAC}/${file}`, 'utf8');
    await kubectl(
      platform,
      ['apply', '--filename=-'],
      text.replace(/kratix-portal(?!\.io)/g, name),
    );
  }
  return writeKubeconfig(platform, name, name);
}

/** Somebody with an account of their own in the cluster, who may write in one namespace. */
export async function createUserAccess(platform, name, namespace) {
  await apply(platform, [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace: 'default' },
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'RoleBinding',
      metadata: { name, namespace },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'portal-user-token-write',
      },
      subjects: [{ kind: 'ServiceAccount', name, namespace: 'default' }],
    },
  ]);
  return writeKubeconfig(platform, 'default', name);
}

/** A kubeconfig of somebody who may do everything: the stories' hand that acts past the portal. */
export async function createAdministratorAccess(platform) {
  const name = 'story-teller';
  await apply(platform, [
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace: 'default' },
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'cluster-admin',
      },
      subjects: [{ kind: 'ServiceAccount', name, namespace: 'default' }],
    },
  ]);
  return writeKubeconfig(platform, 'default', name);
}

/** `{ kubeconfig, url, token, caFile }` of a service account. */
async function writeKubeconfig(platform, namespace, name) {
  const token = await kubectl(platform, [
    ...['create', 'token', name, '--namespace', namespace],
    '--duration=4h',
  ]);
  const [{ cluster }] = parse(
    readFileSync(platform.kubeconfig, 'utf8'),
  ).clusters;
  const kubeconfig = `${platform.kubeconfig}.${name}`;
  const caFile = `${platform.kubeconfig}.ca.crt`;
  writeFileSync(
    caFile,
    Buffer.from(cluster['certificate-authority-data'], 'base64'),
  );
  writeFileSync(
    kubeconfig,
    stringify(
      {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'real', cluster }],
        users: [{ name, user: { token: token.trim() } }],
        contexts: [{ name: 'real', context: { cluster: 'real', user: name } }],
        'current-context': 'real',
      },
      // One line for a token, however long.
      { lineWidth: 0 },
    ),
    { mode: 0o600 },
  );
  return { kubeconfig, url: cluster.server, token: token.trim(), caFile };
}
