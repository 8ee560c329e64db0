import { InputError } from '@backstage/errors';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Throws where requests reach the platform by pull request: what is written directly would be undone
 * from the repository.
 * @internal
 */
export function requireDirectDelivery(platform: Platform): void {
  if (platform.delivery.mode === 'pull-request') {
    throw new InputError(
      `Platform "${platform.title}" takes requests by pull request (kratix.platforms[].delivery.mode); ` +
        'this action would write past the repository',
    );
  }
}
