import type { Config } from '@backstage/config';
import { ConfigError } from './ConfigError';
import type { KratixConfig, PlatformConfig } from './KratixConfig';
import { readAttentionConfig } from './readAttentionConfig';
import { readCatalogConfig } from './readCatalogConfig';
import { readPlatformConfig } from './readPlatformConfig';

/**
 * Reads `kratix` from the app-config, with every default and every check; throws an error that names the
 * key, the value and what is allowed. No platform at all is allowed.
 * @public
 */
export function readKratixConfig(config: Config): KratixConfig {
  const entries = config.getOptionalConfigArray('kratix.platforms') ?? [];
  const platforms = entries.map((entry, index) =>
    readPlatformConfig(entry, {
      key: `kratix.platforms[${index}]`,
      isOnlyPlatform: entries.length === 1,
      root: config,
    }),
  );
  requireUnique(platforms, 'name', entry => entry.platform.name);
  requireUnique(
    platforms,
    'catalog.namespace',
    entry => entry.platform.catalogNamespace,
  );
  return {
    platforms,
    catalog: readCatalogConfig(config),
    attention: readAttentionConfig(config),
  };
}

function requireUnique(
  platforms: readonly PlatformConfig[],
  key: string,
  valueOf: (platform: PlatformConfig) => string,
): void {
  const first = new Map<string, number>();
  platforms.forEach((platform, index) => {
    const value = valueOf(platform);
    const earlier = first.get(value);
    if (earlier !== undefined) {
      throw new ConfigError({
        key: `kratix.platforms[${index}].${key}`,
        value,
        allowed: `kratix.platforms[${earlier}] has the same; each platform needs its own`,
      });
    }
    first.set(value, index);
  });
}
