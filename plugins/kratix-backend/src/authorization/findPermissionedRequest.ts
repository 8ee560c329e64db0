import { isError } from '@backstage/errors';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import { lookUpRequest } from '../state/lookUp';
import { toPermissionedRequest } from '../state/toPermissionedRequest';
import type { PermissionedRequest } from './PermissionedRequest';

/**
 * A request, for somebody else's question to the permission framework; undefined, which is a denial,
 * when nothing is known of it.
 * @internal
 */
export function findPermissionedRequest(
  ref: RequestRef,
  kratix: KratixService,
): PermissionedRequest | undefined {
  try {
    const platform = kratix.platform(ref.platform);
    const snapshot = kratix.snapshot(platform.name);
    const found = lookUpRequest(snapshot, ref);
    return found && toPermissionedRequest(found.value, platform, snapshot);
  } catch (error) {
    if (isError(error) && expected.includes(error.name)) {
      return undefined;
    }
    throw error;
  }
}

const expected = ['NotFoundError', 'ServiceUnavailableError'];
