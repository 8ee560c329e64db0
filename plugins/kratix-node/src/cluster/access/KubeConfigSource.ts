import { readFile } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import type { Cluster, KubeConfig } from '@kubernetes/client-node';
import type { ConnectionConfig } from '../../config/KratixConfig';
import { isLoopbackUrl } from '../../config/requireApiServerUrl';
import type { ClusterAccess } from './ClusterAccess';
import { KubernetesError } from '../failures/KubernetesError';
import { createKubeConfig, LibraryAccess } from './LibraryAccess';
import { PlainAccess } from './PlainAccess';
import { readPlainKubeconfig } from './readPlainKubeconfig';
import type { TokenFileListener } from './TokenFile';

// Where Kubernetes mounts what a Pod needs to speak to the API server ("Accessing the Kubernetes API from a Pod").
const POD_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * The address of one platform, and the credentials for it.
 *
 * A kubeconfig file may not exist yet, and may change while we run (rotated credentials, a local cluster that
 * came back on another port): it is read again for every connection, which is rare, and kept while its text
 * is the same, so that cached tokens of credential plugins live on.
 * @internal
 */
export class KubeConfigSource {
  readonly #config: ConnectionConfig;
  readonly #onTokenFile: TokenFileListener | undefined;
  #cached?: { text: string; access: ClusterAccess };

  constructor(config: ConnectionConfig, onTokenFile?: TokenFileListener) {
    this.#config = config;
    this.#onTokenFile = onTokenFile;
  }

  async load(): Promise<ClusterAccess> {
    const text = await this.#readText();
    if (this.#cached?.text !== text) {
      this.#cached = {
        text,
        access: createAccess(this.#config, {
          text,
          onTokenFile: this.#onTokenFile,
        }),
      };
    }
    return this.#cached.access;
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

function createAccess(
  config: ConnectionConfig,
  { text, onTokenFile }: { text: string; onTokenFile?: TokenFileListener },
): ClusterAccess {
  switch (config.type) {
    case 'kubeconfig':
      return fromKubeconfigText(text, config);
    case 'inCluster':
      return fromPod(onTokenFile);
    case 'cluster':
      return fromCluster(config, onTokenFile);
    default:
      return config satisfies never;
  }
}

function fromKubeconfigText(
  text: string,
  config: { path: string; context?: string },
): ClusterAccess {
  const path = toAbsolutePath(config.path);
  const plain = readPlainKubeconfig(text, { path, context: config.context });
  if (plain) {
    return plain;
  }
  const kubeConfig = createKubeConfig();
  try {
    kubeConfig.loadFromString(text);
  } catch {
    // The parser's own message quotes the file, tokens included.
    throw new KubernetesError(
      'misconfigured',
      `The kubeconfig ${config.path} is not a valid kubeconfig`,
    );
  }
  kubeConfig.makePathsAbsolute(dirname(path));
  if (config.context !== undefined) {
    kubeConfig.setCurrentContext(config.context);
  }
  kubeConfig.clusters = kubeConfig.clusters.map(allowLoopbackHttp);
  return new LibraryAccess(kubeConfig, requireServer(kubeConfig));
}

function requireServer(kubeConfig: KubeConfig): string {
  const cluster = kubeConfig.getCurrentCluster();
  if (!cluster) {
    throw new KubernetesError(
      'misconfigured',
      `The kubeconfig has no usable context '${kubeConfig.getCurrentContext()}'; check kratix.platforms[].connection.kubeconfig.context`,
    );
  }
  return cluster.server;
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

function fromPod(onTokenFile?: TokenFileListener): ClusterAccess {
  const host = process.env.KUBERNETES_SERVICE_HOST;
  if (!host) {
    throw new KubernetesError(
      'misconfigured',
      'This process does not run in a Kubernetes cluster (KUBERNETES_SERVICE_HOST is not set), but kratix.platforms[].connection.inCluster is configured',
    );
  }
  const port = process.env.KUBERNETES_SERVICE_PORT ?? '443';
  return new PlainAccess(
    {
      server: `https://${isIPv6(host) ? `[${host}]` : host}:${port}`,
      caFile: `${POD_ACCOUNT}/ca.crt`,
    },
    { tokenFile: `${POD_ACCOUNT}/token` },
    onTokenFile,
  );
}

function fromCluster(
  config: Extract<ConnectionConfig, { type: 'cluster' }>,
  onTokenFile?: TokenFileListener,
): ClusterAccess {
  const { url, caData, caFile, skipTLSVerify } = config;
  return new PlainAccess(
    { server: url, caData, caFile, skipTLSVerify },
    {
      token: config.serviceAccountToken,
      tokenFile: config.serviceAccountTokenFile,
    },
    onTokenFile,
  );
}

function toAbsolutePath(path: string): string {
  return path === '~' || path.startsWith('~/')
    ? resolve(homedir(), path.slice(2))
    : resolve(path);
}
