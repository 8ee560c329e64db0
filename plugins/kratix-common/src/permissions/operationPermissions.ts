import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_KRATIX_REQUEST } from './permissions';

const update = { action: 'update' } as const;
const resourceType = RESOURCE_TYPE_KRATIX_REQUEST;

/** Run a request's workflow again. @public */
export const kratixRequestRerunPermission = createPermission({
  name: 'kratix.request.rerun',
  attributes: update,
  resourceType,
});

/** Have the platform leave a request alone, its removal included, and take it up again. @public */
export const kratixRequestPausePermission = createPermission({
  name: 'kratix.request.pause',
  attributes: update,
  resourceType,
});

/** Let a workflow that waits for approval, or for its next attempt, go on. @public */
export const kratixRequestResumePermission = createPermission({
  name: 'kratix.request.resume',
  attributes: update,
  resourceType,
});

/** Choose the version of its Promise that a request follows. @public */
export const kratixRequestSetVersionPermission = createPermission({
  name: 'kratix.request.set-version',
  attributes: update,
  resourceType,
});

/** Run the pipelines of a request to see what a change would deliver. @public */
export const kratixRequestPreviewPermission = createPermission({
  name: 'kratix.request.preview',
  attributes: update,
  resourceType,
});

/** Run a Promise's own workflow, or those of all its requests, again. @public */
export const kratixPromiseRerunPermission = createPermission({
  name: 'kratix.promise.rerun',
  attributes: update,
});

/** Have the platform leave a Promise and all its requests alone, and take them up again. @public */
export const kratixPromisePausePermission = createPermission({
  name: 'kratix.promise.pause',
  attributes: update,
});

/** Bring the state of a Promise from one platform to another. @public */
export const kratixPromisePromotePermission = createPermission({
  name: 'kratix.promise.promote',
  attributes: update,
});
