import { InputError } from '@backstage/errors';

/**
 * Configuration that cannot be used: names the key, the value and what is allowed, and stops start-up.
 * @internal
 */
export class ConfigError extends InputError {
  constructor(options: {
    key: string;
    /** Left out where it could be a secret. */
    value?: unknown;
    allowed: string;
  }) {
    const found =
      options.value === undefined ? '' : ` is ${JSON.stringify(options.value)}`;
    super(
      `Invalid configuration: '${options.key}'${found}; ${options.allowed}`,
    );
  }
}
