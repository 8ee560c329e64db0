import type { Config } from '@backstage/config';
import { ConfigError } from './ConfigError';
import type { ConnectionConfig } from './KratixConfig';
import { readKubernetesPluginCluster } from './readKubernetesPluginCluster';
import { requireApiServerUrl } from './requireApiServerUrl';

const connectionTypes = [
  'kubeconfig',
  'inCluster',
  'cluster',
  'kubernetesPlugin',
] as const;

/**
 * Reads `connection` of a platform: exactly one way to reach its API server.
 * @internal
 */
export function readConnectionConfig(
  platform: Config,
  context: { key: string; root: Config },
): ConnectionConfig {
  const connection = platform.getOptionalConfig('connection');
  const given = connection?.keys() ?? [];
  const type = connectionTypes.find(candidate => candidate === given[0]);
  if (!connection || given.length !== 1 || !type) {
    throw new ConfigError({
      key: context.key,
      value: given,
      allowed: `allowed is exactly one of ${connectionTypes.join(', ')}`,
    });
  }
  switch (type) {
    case 'kubeconfig':
      return readKubeconfig(connection);
    case 'inCluster':
      return readInCluster(connection, context.key);
    case 'cluster':
      return readCluster(connection.getConfig('cluster'), context.key);
    case 'kubernetesPlugin':
      return readKubernetesPluginCluster(context.root, {
        cluster: connection.getString('kubernetesPlugin.cluster'),
        key: `${context.key}.kubernetesPlugin.cluster`,
      });
    default:
      throw new Error(`Unhandled connection type ${type satisfies never}`);
  }
}

function readKubeconfig(connection: Config): ConnectionConfig {
  return {
    type: 'kubeconfig',
    path: connection.getString('kubeconfig.path'),
    context: connection.getOptionalString('kubeconfig.context'),
  };
}

function readInCluster(connection: Config, key: string): ConnectionConfig {
  if (!connection.getBoolean('inCluster')) {
    throw new ConfigError({
      key: `${key}.inCluster`,
      value: false,
      allowed: 'allowed is true; leave it out to connect in another way',
    });
  }
  return { type: 'inCluster' };
}

function readCluster(cluster: Config, connectionKey: string): ConnectionConfig {
  const key = `${connectionKey}.cluster`;
  const caData = cluster.getOptionalString('caData');
  const caFile = cluster.getOptionalString('caFile');
  if (caData !== undefined && caFile !== undefined) {
    throw new ConfigError({
      key: `${key}.caFile`,
      value: caFile,
      allowed: 'caData is given too; allowed is one of them',
    });
  }
  const serviceAccountToken = cluster.getOptionalString('serviceAccountToken');
  const serviceAccountTokenFile = cluster.getOptionalString(
    'serviceAccountTokenFile',
  );
  if (
    (serviceAccountToken === undefined) ===
    (serviceAccountTokenFile === undefined)
  ) {
    throw new ConfigError({
      key: `${key}.serviceAccountToken`,
      allowed:
        'exactly one of serviceAccountToken and serviceAccountTokenFile is needed',
    });
  }
  const skipTLSVerify = cluster.getOptionalBoolean('skipTLSVerify') ?? false;
  return {
    type: 'cluster',
    url: requireApiServerUrl(cluster.getString('url'), {
      key: `${key}.url`,
      skipTLSVerify,
    }),
    caData,
    caFile,
    serviceAccountToken,
    serviceAccountTokenFile,
    skipTLSVerify,
  };
}
