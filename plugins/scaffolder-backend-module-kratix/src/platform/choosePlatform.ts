import { InputError } from '@backstage/errors';
import type { Platform } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';

/**
 * The platform that an action is about: the one it names, or the only one.
 * @internal
 */
export function choosePlatform(
  kratix: Pick<KratixService, 'platforms' | 'platform'>,
  name: string | undefined,
): Platform {
  if (name) {
    return kratix.platform(name);
  }
  const [only, ...others] = kratix.platforms;
  if (!only) {
    throw new InputError('No platform is configured (kratix.platforms)');
  }
  if (others.length > 0) {
    // Without their names: not everybody may see the platforms.
    throw new InputError(
      'Several platforms are configured (kratix.platforms); name one of them as "platform"',
    );
  }
  return only;
}
