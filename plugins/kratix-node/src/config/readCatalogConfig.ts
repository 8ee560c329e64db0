import { readDurationFromConfig, type Config } from '@backstage/config';
import type { PromiseSelection } from '@kratix-portal/backstage-plugin-kratix-common';
import { ConfigError } from './ConfigError';
import type { KratixCatalogConfig } from './KratixConfig';
import { readChoice } from './readChoice';

/**
 * Reads `kratix.catalog`.
 * @internal
 */
export function readCatalogConfig(config: Config): KratixCatalogConfig {
  return {
    select: readSelection(config),
    fullSync: config.has('kratix.catalog.fullSync')
      ? readDurationFromConfig(config, { key: 'kratix.catalog.fullSync' })
      : { minutes: 10 },
    removalBrake: readRemovalBrake(config),
    isDestinationsIncluded:
      config.getOptionalBoolean('kratix.catalog.destinations') ?? false,
  };
}

// Such that `portal-customization.<instance>` is the name of a label.
const INSTANCE = /^[A-Za-z0-9]([-_.A-Za-z0-9]{0,40}[A-Za-z0-9])?$/;

function readSelection(config: Config): PromiseSelection {
  const key = 'kratix.catalog.instance';
  const select = readChoice(config, 'kratix.catalog.select', [
    'all',
    'labelled',
  ]);
  const instance = config.getOptionalString(key);
  if (instance === undefined) {
    return select;
  }
  if (!INSTANCE.test(instance)) {
    throw new ConfigError({
      key,
      value: instance,
      allowed:
        'allowed are up to 42 letters, digits and inner hyphens, dots and underscores, as in a label',
    });
  }
  if (select === 'all') {
    throw new ConfigError({
      key,
      value: instance,
      allowed:
        'it says which labels count, so it needs kratix.catalog.select: labelled',
    });
  }
  return { instance };
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
