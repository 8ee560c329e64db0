import type { Config } from '@backstage/config';
import type { PlatformPromotion } from '@kratix-portal/backstage-plugin-kratix-common';
import { ConfigError } from './ConfigError';
import { readChoice } from './readChoice';
import { readRepository } from './readDeliveryConfig';

/**
 * Reads how Promises reach a platform from others; undefined where nothing is said. Never the repository of
 * orders by itself: other people may merge there.
 * @internal
 */
export function readPromotionConfig(
  config: Config,
  platformKey: string,
  root: Config,
): PlatformPromotion | undefined {
  if (!config.has('promotion')) {
    return undefined;
  }
  const key = `${platformKey}.promotion`;
  const mode = readChoice(config, 'promotion.mode', ['pull-request', 'apply'], {
    path: `${key}.mode`,
  });
  if (mode === 'apply') {
    return { mode };
  }
  const repository = config.getOptionalConfig('promotion.repository');
  if (!repository) {
    throw new ConfigError({
      key: `${key}.repository`,
      allowed:
        'it is missing; promotion by pull request needs host, owner and repo',
    });
  }
  return { mode, repository: readRepository(repository, key, root) };
}
