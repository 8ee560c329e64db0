import type { Config } from '@backstage/config';
import type { PlatformDelivery } from '@kratix-portal/backstage-plugin-kratix-common';
import { ConfigError } from './ConfigError';
import { readChoice } from './readChoice';

/**
 * Reads how orders reach a platform: straight away, or as a pull request.
 * @internal
 */
export function readDeliveryConfig(
  config: Config,
  platformKey: string,
): PlatformDelivery {
  const key = `${platformKey}.delivery`;
  const mode = readChoice(config, 'delivery.mode', ['apply', 'pull-request'], {
    path: `${key}.mode`,
  });
  if (mode === 'apply') {
    return { mode };
  }
  const repository = config.getOptionalConfig('delivery.repository');
  if (!repository) {
    throw new ConfigError({
      key: `${key}.repository`,
      allowed:
        'it is missing; delivery by pull request needs host, owner and repo',
    });
  }
  return {
    mode,
    repository: {
      host: repository.getString('host'),
      owner: repository.getString('owner'),
      repo: repository.getString('repo'),
      path: readPath(repository, key),
      branch: repository.getOptionalString('branch') ?? 'main',
    },
  };
}

function readPath(repository: Config, key: string): string {
  const path = repository.getOptionalString('path') ?? '.';
  if (path.startsWith('/') || path.split('/').includes('..')) {
    throw new ConfigError({
      key: `${key}.repository.path`,
      value: path,
      allowed: 'allowed is a folder inside the repository',
    });
  }
  return path;
}
