import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { kratixRequestReadPermission } from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixAuthorizer } from './KratixAuthorizer';
import { unlessDenied } from './unlessDenied';

/**
 * Whether somebody may read every request. Only they are told numbers and names that are about all of them.
 * @internal
 */
export async function isEveryRequestReadable(
  authorizer: KratixAuthorizer,
  credentials: BackstageCredentials,
): Promise<boolean> {
  const access = await unlessDenied(
    authorizer.requireForRequests(kratixRequestReadPermission, credentials),
  );
  return access?.isUnrestricted ?? false;
}
