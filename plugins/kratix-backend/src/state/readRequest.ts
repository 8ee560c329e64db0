import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  kratixRequestReadPermission,
  phaseContexts,
  type RequestRef,
  type RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import type { KratixAuthorizer } from '../authorization';
import { toRequestResponse } from '../responses/toRequestResponse';
import type { DeliveryReader } from './DeliveryReader';
import { findDelivery } from './findDelivery';
import { findUnreadableRequest } from './findUnreadable';
import { lookUpRequest } from './lookUp';
import { toPermissionedRequest } from './toPermissionedRequest';

/** @internal */
export interface RequestReading {
  readonly kratix: KratixService;
  readonly authorizer: KratixAuthorizer;
  readonly deliveries: DeliveryReader;
}

/**
 * One request, for somebody: authorised before anything is said, even that it does not exist.
 * @internal
 */
export async function readRequest(
  ref: RequestRef,
  credentials: BackstageCredentials,
  { kratix, authorizer, deliveries }: RequestReading,
): Promise<RequestResponse> {
  const access = await authorizer.requireForRequests(
    kratixRequestReadPermission,
    credentials,
  );
  const platform = kratix.platform(ref.platform);
  const snapshot = kratix.snapshot(platform.name);
  const found = lookUpRequest(snapshot, ref);

  access.require(
    found ? toPermissionedRequest(found.value, platform, snapshot) : ref,
  );
  if (!found && findUnreadableRequest(snapshot, ref)) {
    throw new ServiceUnavailableError(
      `Request "${ref.name}" is on platform "${ref.platform}", but cannot be understood`,
    );
  }
  if (!found) {
    throw new NotFoundError(
      `There is no request "${ref.name}" to ${ref.promise} in namespace "${ref.namespace}" of platform "${ref.platform}"`,
    );
  }
  return toRequestResponse(found, platform, {
    ...phaseContexts(snapshot)(found.value),
    ...(await findDelivery(platform.name, found.value, deliveries)),
  });
}
