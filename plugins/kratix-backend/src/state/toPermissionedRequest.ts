import type {
  Platform,
  PlatformSnapshot,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PermissionedRequest } from '../authorization/PermissionedRequest';

/**
 * What the permission rules look at in a request; its owner is the same as in the catalog.
 * @internal
 */
export function toPermissionedRequest(
  request: ResourceRequest,
  platform: Platform,
  _snapshot: PlatformSnapshot,
): PermissionedRequest {
  return {
    platform: platform.name,
    promise: request.promiseName,
    namespace: request.namespace,
    name: request.name,
    owner: request.annotations['kratix-portal.io/owner'],
  };
}
