import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import {
  findParents,
  kratixRequestReadPermission,
  partKey,
  type RequestOnPlatform,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KratixAuthorizer } from '../authorization';
import type { ReadableRequest } from '../state/findReadableRequest';
import { toPermissionedRequest } from '../state/toPermissionedRequest';

/**
 * The requests that say that they are part of this one, as far as the person may see them.
 * @internal
 */
export async function findChildren(
  { platform, snapshot, found }: ReadableRequest,
  person: {
    readonly authorizer: KratixAuthorizer;
    readonly credentials: BackstageCredentials;
  },
): Promise<RequestOnPlatform[]> {
  const own = partKey(toTarget(found.value));
  const children = [...snapshot.requests.values()]
    .flatMap(collection =>
      collection.state === 'synced' ? collection.items : [],
    )
    .filter(request =>
      findParents(request).some(parent => partKey(parent) === own),
    );
  if (children.length === 0) {
    return [];
  }
  const access = await person.authorizer.requireForRequests(
    kratixRequestReadPermission,
    person.credentials,
  );
  return children
    .filter(child =>
      access.isAllowed(toPermissionedRequest(child, platform, snapshot)),
    )
    .map(toTarget);
}

function toTarget({
  promiseName,
  namespace,
  name,
}: ResourceRequest): RequestOnPlatform {
  return { promise: promiseName, namespace, name };
}
