import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { KubeConfig, type Cluster, type User } from '@kubernetes/client-node';
import type { ConnectionConfig } from '../config/KratixConfig';
import { isLoopbackUrl } from '../config/requireApiServerUrl';
import { KubernetesError } from './KubernetesError';

/**
 * The credentials and address of one platform, as the client library wants them.
 *
 * A kubeconfig file may not exist yet, and may change while we run (rotated credentials, a local cluster that
 * came back on another port): it is read again for every connection, which is rare, and kept while its text
 * is the same, so that cached tokens of credential plugins live on.
 * @internal
 */
export class KubeConfigSource {
  readonly #config: ConnectionConfig;
  #cached?: { text: string; kubeConfig: KubeConfig };

  constructor(config: ConnectionConfig) {
    this.#config = config;
  }

  async load(): Promise<KubeConfig> {
    const text = await this.#readText();
    if (this.#cached?.text !== text) {
      this.#cached = { text, kubeConfig: createKubeConfig(this.#config, text) };
    }
    return this.#cached.kubeConfig;
  }

  async #readText(): Promise<string> {
    if (this.#config.type !== 'kubeconfig') {
      return '';
    }
    const path = toAbsolutePath(this.#config.path);
    try {
      return await readFile(path, 'utf8');
    } catch {
      throw new KubernetesError(
        'misconfigured',
        `The kubeconfig ${path} cannot be read; check kratix.platforms[].connection.kubeconfig.path`,
      );
    }
  }
}

/**
 * The same cluster for somebody who brings an own token. Nothing of the portal's own credentials stays: a
 * client certificate would win over the token.
 * @internal
 */
export function withToken(kubeConfig: KubeConfig, token: string): KubeConfig {
  const cluster = requireCluster(kubeConfig);
  const result = new KubeConfig();
  result.loadFromClusterAndUser(cluster, { name: 'user', token });
  return result;
}

/**
 * The cluster that a kubeconfig's context names.
 * @internal
 */
export function requireCluster(kubeConfig: KubeConfig): Cluster {
  const cluster = kubeConfig.getCurrentCluster();
  if (!cluster) {
    throw new KubernetesError(
      'misconfigured',
      `The kubeconfig has no usable context '${kubeConfig.getCurrentContext()}'; check kratix.platforms[].connection.kubeconfig.context`,
    );
  }
  return cluster;
}

function createKubeConfig(config: ConnectionConfig, text: string): KubeConfig {
  switch (config.type) {
    case 'kubeconfig':
      return fromKubeconfigText(text, config);
    case 'inCluster':
      return fromPod();
    case 'cluster':
      return fromCluster(config);
    default:
      return config satisfies never;
  }
}

function fromKubeconfigText(
  text: string,
  config: { path: string; context?: string },
): KubeConfig {
  const kubeConfig = new KubeConfig();
  try {
    kubeConfig.loadFromString(text);
  } catch {
    // The parser's own message quotes the file, tokens included.
    throw new KubernetesError(
      'misconfigured',
      `The kubeconfig ${config.path} is not a valid kubeconfig`,
    );
  }
  kubeConfig.makePathsAbsolute(dirname(toAbsolutePath(config.path)));
  if (config.context !== undefined) {
    kubeConfig.setCurrentContext(config.context);
  }
  kubeConfig.clusters = kubeConfig.clusters.map(allowLoopbackHttp);
  requireCluster(kubeConfig);
  return kubeConfig;
}

// The client refuses every http:// address without skipTLSVerify; kubectl does not. On this machine nobody
// listens between.
function allowLoopbackHttp(cluster: Cluster): Cluster {
  const url = URL.canParse(cluster.server)
    ? new URL(cluster.server)
    : undefined;
  return url?.protocol === 'http:' && isLoopbackUrl(url)
    ? { ...cluster, skipTLSVerify: true }
    : cluster;
}

function fromPod(): KubeConfig {
  if (!process.env.KUBERNETES_SERVICE_HOST) {
    throw new KubernetesError(
      'misconfigured',
      'This process does not run in a Kubernetes cluster (KUBERNETES_SERVICE_HOST is not set), but kratix.platforms[].connection.inCluster is configured',
    );
  }
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromCluster();
  return kubeConfig;
}

function fromCluster(
  config: Extract<ConnectionConfig, { type: 'cluster' }>,
): KubeConfig {
  const user: User =
    config.serviceAccountToken !== undefined
      ? { name: 'portal', token: config.serviceAccountToken }
      : {
          name: 'portal',
          authProvider: {
            name: 'tokenFile',
            config: { tokenFile: config.serviceAccountTokenFile },
          },
        };
  const cluster: Cluster = {
    name: 'platform',
    server: config.url,
    caData: config.caData,
    caFile: config.caFile,
    skipTLSVerify: config.skipTLSVerify,
  };
  const kubeConfig = new KubeConfig();
  kubeConfig.loadFromClusterAndUser(allowLoopbackHttp(cluster), user);
  return kubeConfig;
}

function toAbsolutePath(path: string): string {
  return path === '~' || path.startsWith('~/')
    ? resolve(homedir(), path.slice(2))
    : resolve(path);
}
