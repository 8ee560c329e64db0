import {
  findPromise,
  buildRequestEntity,
  derivePhase,
  type Platform,
  type PlatformSnapshot,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PermissionedRequest } from '../authorization/PermissionedRequest';

/**
 * What the permission rules look at in a request. The owner is read from the entity that the catalog has
 * of it, so that nobody owns it here and not there.
 * @internal
 */
export function toPermissionedRequest(
  request: ResourceRequest,
  platform: Platform,
  { promises, namespaces }: PlatformSnapshot,
): PermissionedRequest {
  const { entity } = buildRequestEntity(request, {
    platform,
    phase: derivePhase(request).phase,
    promise: findPromise({ promises }, request.promiseName),
    namespaceInfo:
      namespaces.state === 'synced'
        ? namespaces.items.find(({ name }) => name === request.namespace)
        : undefined,
  });
  const owner = entity.spec?.owner;
  return {
    platform: platform.name,
    promise: request.promiseName,
    namespace: request.namespace,
    name: request.name,
    ...(typeof owner === 'string' && { owner }),
  };
}
