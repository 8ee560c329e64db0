import type { PermissionsRegistryService } from '@backstage/backend-plugin-api';
import {
  kratixPermissions,
  parseOrderResourceRef,
  parseRequestResourceRef,
  RESOURCE_TYPE_KRATIX_ORDER,
  RESOURCE_TYPE_KRATIX_REQUEST,
} from '@kratix-portal/backstage-plugin-kratix-common';
import {
  isResourcePermission,
  type Permission,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { KratixService } from '@kratix-portal/backstage-plugin-kratix-node';
import { findPermissionedRequest } from './findPermissionedRequest';
import { kratixOrderResourceRef, kratixOrderRules } from './orderRules';
import { kratixRequestResourceRef, kratixRequestRules } from './rules';

/**
 * Makes the permissions and rules of the suite known, so that policies and other plugins (a Template's
 * action, say) get decisions about requests from here.
 * @internal
 */
export function registerKratixPermissions(
  permissionsRegistry: PermissionsRegistryService,
  kratix: KratixService,
): void {
  permissionsRegistry.addPermissions(
    kratixPermissions.filter(
      permission => !isAboutRequest(permission) && !isAboutOrder(permission),
    ),
  );
  permissionsRegistry.addResourceType({
    resourceRef: kratixRequestResourceRef,
    permissions: kratixPermissions.filter(isAboutRequest),
    rules: Object.values(kratixRequestRules),
    getResources: async resourceRefs =>
      resourceRefs.map(resourceRef => {
        const ref = parseRequestResourceRef(resourceRef);
        return ref && findPermissionedRequest(ref, kratix);
      }),
  });
  permissionsRegistry.addResourceType({
    resourceRef: kratixOrderResourceRef,
    permissions: kratixPermissions.filter(isAboutOrder),
    rules: Object.values(kratixOrderRules),
    // An order is nothing but its name: there is nothing to look up.
    getResources: async resourceRefs => resourceRefs.map(parseOrderResourceRef),
  });
}

function isAboutRequest(
  permission: Permission,
): permission is ResourcePermission<typeof RESOURCE_TYPE_KRATIX_REQUEST> {
  return isResourcePermission(permission, RESOURCE_TYPE_KRATIX_REQUEST);
}

function isAboutOrder(
  permission: Permission,
): permission is ResourcePermission<typeof RESOURCE_TYPE_KRATIX_ORDER> {
  return isResourcePermission(permission, RESOURCE_TYPE_KRATIX_ORDER);
}
