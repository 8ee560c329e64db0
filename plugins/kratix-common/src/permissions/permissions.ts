import { createPermission } from '@backstage/plugin-permission-common';

/**
 * Resource type of the permissions on one resource request; rules: platform, Promise, namespace, owner.
 * @public
 */
export const RESOURCE_TYPE_KRATIX_REQUEST = 'kratix-request';

/**
 * Resource type of the permission to order; rules: platform, Promise, namespace.
 * @public
 */
export const RESOURCE_TYPE_KRATIX_ORDER = 'kratix-order';

/** See platforms and the health of their connections. @public */
export const kratixPlatformReadPermission = createPermission({
  name: 'kratix.platform.read',
  attributes: { action: 'read' },
});

/** See Promises and their state. @public */
export const kratixPromiseReadPermission = createPermission({
  name: 'kratix.promise.read',
  attributes: { action: 'read' },
});

/** See a request: status, workflow, delivery, events. @public */
export const kratixRequestReadPermission = createPermission({
  name: 'kratix.request.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_KRATIX_REQUEST,
});

/**
 * Order from a Promise. Judged by the request as it would be, since it does not exist yet: see
 * `toOrderResourceRef`.
 * @public
 */
export const kratixRequestCreatePermission = createPermission({
  name: 'kratix.request.create',
  attributes: { action: 'create' },
  resourceType: RESOURCE_TYPE_KRATIX_ORDER,
});

/** Change a request's fields. @public */
export const kratixRequestUpdatePermission = createPermission({
  name: 'kratix.request.update',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_KRATIX_REQUEST,
});

/** Remove a request and everything it brought. @public */
export const kratixRequestDeletePermission = createPermission({
  name: 'kratix.request.delete',
  attributes: { action: 'delete' },
  resourceType: RESOURCE_TYPE_KRATIX_REQUEST,
});
