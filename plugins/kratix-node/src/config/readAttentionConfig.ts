import { readDurationFromConfig, type Config } from '@backstage/config';
import { durationToMilliseconds } from '@backstage/types';
import { ConfigError } from './ConfigError';
import type { KratixAttentionConfig } from './KratixConfig';

const key = 'kratix.attention.stuckAfter';

/**
 * Reads `kratix.attention`.
 * @internal
 */
export function readAttentionConfig(config: Config): KratixAttentionConfig {
  const stuckAfter = config.has(key)
    ? readDurationFromConfig(config, { key })
    : { minutes: 30 };
  if (durationToMilliseconds(stuckAfter) <= 0) {
    throw new ConfigError({
      key,
      value: config.getOptional(key),
      allowed: 'allowed is a duration above zero, such as { minutes: 30 }',
    });
  }
  return { stuckAfter };
}
