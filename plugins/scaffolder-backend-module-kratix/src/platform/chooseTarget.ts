import type {
  Platform,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import { choosePlatform } from './choosePlatform';
import { requireDirectDelivery } from './requireDirectDelivery';

/**
 * The request that an action writes.
 * @internal
 */
export interface Target {
  readonly platform: Platform;
  readonly ref: RequestRef;
}

/** @internal */
export function chooseTarget(
  kratix: Pick<KratixService, 'platforms' | 'platform'>,
  input: Partial<Pick<RequestRef, 'platform'>> & Omit<RequestRef, 'platform'>,
): Target {
  const platform = choosePlatform(kratix, input.platform);
  requireDirectDelivery(platform);
  const { promise, namespace, name } = input;
  return {
    platform,
    ref: { platform: platform.name, promise, namespace, name },
  };
}
