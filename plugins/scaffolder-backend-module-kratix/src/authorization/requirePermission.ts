import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  kratixRequestCreatePermission,
  toOrderResourceRef,
  toRequestResourceRef,
  type OrderRef,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Throws when Backstage's permission framework does not let the person order this.
 * @internal
 */
export async function requirePermissionToOrder(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
  asked: { readonly ref: OrderRef; readonly toDo: string },
): Promise<void> {
  const permission = kratixRequestCreatePermission;
  const [decision] = await permissions.authorize(
    [{ permission, resourceRef: toOrderResourceRef(asked.ref) }],
    { credentials },
  );
  requireAllowed(decision?.result, permission.name, asked.toDo);
}

/**
 * Throws when Backstage's permission framework does not let the person do it to this request.
 * @internal
 */
export async function requirePermissionOnRequest(
  permissions: PermissionsService,
  credentials: BackstageCredentials,
  asked: {
    readonly permission: ResourcePermission<'kratix-request'>;
    readonly ref: RequestRef;
    readonly toDo: string;
  },
): Promise<void> {
  const { permission, ref, toDo } = asked;
  const [decision] = await permissions.authorize(
    [{ permission, resourceRef: toRequestResourceRef(ref) }],
    { credentials },
  );
  requireAllowed(decision?.result, permission.name, toDo);
}

function requireAllowed(
  result: AuthorizeResult | undefined,
  permission: string,
  toDo: string,
): void {
  if (result !== AuthorizeResult.ALLOW) {
    throw new NotAllowedError(
      `You may not ${toDo}: Backstage does not give you the permission ${permission}`,
    );
  }
}
