import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import {
  kratixRequestReadPermission,
  refuse,
  tell,
  type Platform,
  type PlatformSnapshot,
  type RequestRef,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import type { KratixAuthorizer, PermissionedRequest } from '../authorization';
import { findUnreadableRequest } from './findUnreadable';
import { lookUpRequest, type Found } from './lookUp';
import { toPermissionedRequest } from './toPermissionedRequest';

/** @internal */
export interface ReadableRequest {
  readonly platform: Platform;
  readonly snapshot: PlatformSnapshot;
  readonly found: Found<ResourceRequest>;
  /** What the permission rules look at. */
  readonly permissioned: PermissionedRequest;
}

/**
 * One request, for somebody: authorised before anything is said, even that it does not exist.
 * @internal
 */
export async function findReadableRequest(
  ref: RequestRef,
  credentials: BackstageCredentials,
  context: {
    readonly kratix: KratixService;
    readonly authorizer: KratixAuthorizer;
  },
): Promise<ReadableRequest> {
  const { kratix, authorizer } = context;
  const access = await authorizer.requireForRequests(
    kratixRequestReadPermission,
    credentials,
  );
  const platform = kratix.platform(ref.platform);
  const snapshot = kratix.snapshot(platform.name);
  const found = lookUpRequest(snapshot, ref);
  if (!found) {
    access.require(ref);
    throw toAbsence(snapshot, ref);
  }
  const permissioned = toPermissionedRequest(found.value, platform, snapshot);
  access.require(permissioned);
  return { platform, snapshot, found, permissioned };
}

/**
 * Why a request is not among those that are known: it cannot be understood, or there is none.
 * @internal
 */
export function toAbsence(snapshot: PlatformSnapshot, ref: RequestRef): Error {
  const { name, promise, namespace, platform } = ref;
  return findUnreadableRequest(snapshot, ref)
    ? refuse(
        ServiceUnavailableError,
        tell('refusal.requestUnreadable', { name, platform }),
      )
    : refuse(
        NotFoundError,
        tell('refusal.noRequestHere', { name, promise, namespace, platform }),
      );
}
