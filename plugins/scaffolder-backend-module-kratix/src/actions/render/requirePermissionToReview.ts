import {
  kratixRequestDeletePermission,
  kratixRequestUpdatePermission,
  type RequestRef,
  type ReviewOperation,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ActionServices } from '../../ActionServices';
import {
  requirePermissionOnRequest,
  requirePermissionToOrder,
} from '../../authorization/requirePermission';
import type { WriteContext } from '../WriteContext';

/**
 * Whoever asks for a review needs the same permission as for doing it at once.
 * @internal
 */
export async function requirePermissionToReview(
  ref: RequestRef,
  operation: ReviewOperation,
  ctx: Pick<WriteContext, 'getInitiatorCredentials'>,
  { permissions }: Pick<ActionServices, 'permissions'>,
): Promise<void> {
  const credentials = await ctx.getInitiatorCredentials();
  if (operation === 'create') {
    await requirePermissionToOrder(permissions, credentials, {
      ref,
      toDo: `order from ${ref.promise}`,
    });
    return;
  }
  const isRemoval = operation === 'delete';
  await requirePermissionOnRequest(permissions, credentials, {
    permission: isRemoval
      ? kratixRequestDeletePermission
      : kratixRequestUpdatePermission,
    ref,
    toDo: `${isRemoval ? 'remove' : 'change'} ${ref.promise} ${ref.namespace}/${
      ref.name
    }`,
  });
}
