import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import { kratixRequestReadPermission } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixAuthorizer } from './KratixAuthorizer';

/**
 * Whether somebody may read every request. Only they are told numbers and names that are about all of them.
 * @internal
 */
export async function isEveryRequestReadable(
  authorizer: KratixAuthorizer,
  credentials: BackstageCredentials,
): Promise<boolean> {
  try {
    const access = await authorizer.requireForRequests(
      kratixRequestReadPermission,
      credentials,
    );
    return access.isUnrestricted;
  } catch (error) {
    if (isError(error) && error.name === 'NotAllowedError') {
      return false;
    }
    throw error;
  }
}
