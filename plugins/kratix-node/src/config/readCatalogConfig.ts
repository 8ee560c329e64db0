import { readDurationFromConfig, type Config } from '@backstage/config';
import { ConfigError } from './ConfigError';
import type { KratixCatalogConfig } from './KratixConfig';
import { readChoice } from './readChoice';

/**
 * Reads `kratix.catalog`.
 * @internal
 */
export function readCatalogConfig(config: Config): KratixCatalogConfig {
  return {
    select: readChoice(config, 'kratix.catalog.select', ['all', 'labelled']),
    fullSync: config.has('kratix.catalog.fullSync')
      ? readDurationFromConfig(config, { key: 'kratix.catalog.fullSync' })
      : { minutes: 10 },
    removalBrake: readRemovalBrake(config),
    isDestinationsIncluded:
      config.getOptionalBoolean('kratix.catalog.destinations') ?? false,
  };
}

function readRemovalBrake(config: Config): number {
  const key = 'kratix.catalog.removalBrake';
  const value = config.getOptionalNumber(key) ?? 0.5;
  if (!(value > 0 && value <= 1)) {
    throw new ConfigError({
      key,
      value,
      allowed:
        'allowed is a share above 0 and at most 1 (1 switches the brake off)',
    });
  }
  return value;
}
