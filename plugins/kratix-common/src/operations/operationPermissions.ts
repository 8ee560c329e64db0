import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { OperationName } from '../contracts';
import {
  kratixRequestDeletePermission,
  kratixRequestPausePermission,
  kratixRequestPreviewPermission,
  kratixRequestRerunPermission,
  kratixRequestResumePermission,
  kratixRequestSetVersionPermission,
  kratixRequestUpdatePermission,
} from '../permissions';

/**
 * Which permission each operation asks for.
 * @public
 */
export const operationPermissions: Readonly<
  Record<OperationName, ResourcePermission<'kratix-request'>>
> = {
  update: kratixRequestUpdatePermission,
  delete: kratixRequestDeletePermission,
  rerun: kratixRequestRerunPermission,
  pause: kratixRequestPausePermission,
  unpause: kratixRequestPausePermission,
  resume: kratixRequestResumePermission,
  retryNow: kratixRequestResumePermission,
  setVersion: kratixRequestSetVersionPermission,
  preview: kratixRequestPreviewPermission,
};
