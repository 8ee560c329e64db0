import type { Config } from '@backstage/config';
import { ConfigError } from './ConfigError';
import type { ConnectionConfig } from './KratixConfig';
import { requireApiServerUrl } from './requireApiServerUrl';

// Where Kubernetes mounts a Pod's own token; what Backstage's Kubernetes plugin uses for
// `authProvider: serviceAccount` without a token (plugin-kubernetes-backend ServiceAccountStrategy).
const POD_TOKEN_FILE = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/**
 * Takes over a cluster that is configured for Backstage's Kubernetes plugin. Its own code cannot be asked:
 * it offers other plugins neither clusters nor clients.
 * @internal
 */
export function readKubernetesPluginCluster(
  root: Config,
  wanted: { cluster: string; key: string },
): ConnectionConfig {
  const locators =
    root.getOptionalConfigArray('kubernetes.clusterLocatorMethods') ?? [];
  const clusters = locators
    .filter(locator => locator.getOptionalString('type') === 'config')
    .flatMap(locator => locator.getOptionalConfigArray('clusters') ?? []);
  const cluster = clusters.find(
    candidate => candidate.getOptionalString('name') === wanted.cluster,
  );
  if (!cluster) {
    const names = clusters.map(entry => entry.getOptionalString('name'));
    throw new ConfigError({
      key: wanted.key,
      value: wanted.cluster,
      allowed: `allowed is a cluster of kubernetes.clusterLocatorMethods of type config: ${
        names.join(', ') || 'there is none'
      }`,
    });
  }
  return toConnection(cluster, wanted);
}

function toConnection(
  cluster: Config,
  wanted: { cluster: string; key: string },
): ConnectionConfig {
  const authProvider = cluster.getString('authProvider');
  if (authProvider !== 'serviceAccount') {
    throw new ConfigError({
      key: wanted.key,
      value: wanted.cluster,
      allowed: `its authProvider is '${authProvider}'; watching needs an identity of its own, so only serviceAccount is allowed`,
    });
  }
  const serviceAccountToken = cluster.getOptionalString('serviceAccountToken');
  const skipTLSVerify = cluster.getOptionalBoolean('skipTLSVerify') ?? false;
  return {
    type: 'cluster',
    url: requireApiServerUrl(cluster.getString('url'), {
      key: wanted.key,
      skipTLSVerify,
    }),
    caData: cluster.getOptionalString('caData'),
    caFile: cluster.getOptionalString('caFile'),
    serviceAccountToken,
    serviceAccountTokenFile:
      serviceAccountToken === undefined ? POD_TOKEN_FILE : undefined,
    skipTLSVerify,
  };
}
