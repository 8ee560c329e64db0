import type { RequestOptions } from 'node:https';
import type { KubeConfig } from '@kubernetes/client-node';
import type { ClusterAccess } from './ClusterAccess';

/**
 * Signs in as the client library does, which knows credential plugins, identity providers and proxies.
 * @internal
 */
export class LibraryAccess implements ClusterAccess {
  readonly server: string;
  readonly #kubeConfig: KubeConfig;

  constructor(kubeConfig: KubeConfig, server: string) {
    this.#kubeConfig = kubeConfig;
    this.server = server;
  }

  async signIn(): Promise<RequestOptions> {
    const options: RequestOptions = { headers: {} };
    await this.#kubeConfig.applyToHTTPSOptions(options);
    return options;
  }

  withToken(token: string): ClusterAccess {
    const result = createKubeConfig();
    const cluster = this.#kubeConfig.getCurrentCluster();
    if (cluster) {
      result.loadFromClusterAndUser(cluster, { name: 'user', token });
    }
    return new LibraryAccess(result, this.server);
  }
}

/**
 * An empty configuration of the client library. Only whoever calls this loads it: with the models of all
 * kinds of Kubernetes, it takes more memory than the whole rest of the suite (ADR 0024).
 * @internal
 */
export function createKubeConfig(): KubeConfig {
  // Not `import()`: the test runner cannot do it without an experimental flag of Node.
  const library: typeof import('@kubernetes/client-node') = require('@kubernetes/client-node');
  return new library.KubeConfig();
}
