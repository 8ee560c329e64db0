import type {
  Platform,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import { choosePlatform } from './choosePlatform';
import { requireDirectDelivery } from './requireDirectDelivery';

/**
 * A request, and the platform that it is on.
 * @internal
 */
export interface Target {
  readonly platform: Platform;
  readonly ref: RequestRef;
}

/**
 * The request that an action writes straight to its platform.
 * @internal
 */
export function chooseTarget(
  kratix: Pick<KratixService, 'platforms' | 'platform'>,
  input: RequestInput,
): Target {
  const target = chooseRequest(kratix, input);
  requireDirectDelivery(target.platform);
  return target;
}

/**
 * The request that an action is about, however it is delivered.
 * @internal
 */
export function chooseRequest(
  kratix: Pick<KratixService, 'platforms' | 'platform'>,
  input: RequestInput,
): Target {
  const platform = choosePlatform(kratix, input.platform);
  const { promise, namespace, name } = input;
  return {
    platform,
    ref: { platform: platform.name, promise, namespace, name },
  };
}

type RequestInput = Partial<Pick<RequestRef, 'platform'>> &
  Omit<RequestRef, 'platform'>;
