import {
  kratixPromisePausePermission,
  kratixPromisePromotePermission,
  kratixPromiseRerunPermission,
  kratixRequestPausePermission,
  kratixRequestPreviewPermission,
  kratixRequestRerunPermission,
  kratixRequestResumePermission,
  kratixRequestSetVersionPermission,
} from './operationPermissions';
import {
  kratixPlatformReadPermission,
  kratixPromiseReadPermission,
  kratixRequestCreatePermission,
  kratixRequestDeletePermission,
  kratixRequestReadPermission,
  kratixRequestUpdatePermission,
} from './permissions';

/** Every permission of the suite. @public */
export const kratixPermissions = [
  kratixPlatformReadPermission,
  kratixPromiseReadPermission,
  kratixPromiseRerunPermission,
  kratixPromisePausePermission,
  kratixPromisePromotePermission,
  kratixRequestReadPermission,
  kratixRequestCreatePermission,
  kratixRequestUpdatePermission,
  kratixRequestDeletePermission,
  kratixRequestRerunPermission,
  kratixRequestPausePermission,
  kratixRequestResumePermission,
  kratixRequestSetVersionPermission,
  kratixRequestPreviewPermission,
];
