import type { Config } from '@backstage/config';
import { ConfigError } from './ConfigError';

/**
 * Reads one of a few allowed words; the first is the default.
 * @internal
 */
export function readChoice<const T extends string>(
  config: Config,
  key: string,
  choices: readonly [T, ...T[]],
  options?: { path?: string },
): T {
  const value = config.getOptionalString(key);
  if (value === undefined) {
    return choices[0];
  }
  const choice = choices.find(candidate => candidate === value);
  if (choice === undefined) {
    throw new ConfigError({
      key: options?.path ?? key,
      value,
      allowed: `allowed is one of ${choices.join(', ')}`,
    });
  }
  return choice;
}
