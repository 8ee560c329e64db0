import {
  namePlatform,
  requestEntityRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import type { Target } from './chooseTarget';

/**
 * The entity that stands for a request, or will as soon as the platform has it.
 * @internal
 */
export function entityRefOf(
  kratix: Pick<KratixService, 'snapshot'>,
  { platform, ref }: Target,
): string {
  return requestEntityRef(
    platform.naming
      ? namePlatform(platform, kratix.snapshot(platform.name))
      : platform,
    ref,
  );
}
