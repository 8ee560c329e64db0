import {
  findPromise,
  findRequest,
  readLastOperation,
  type KratixPromise,
  type PlatformSnapshot,
  type ResourceRequest,
  type WorkflowOwner,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { WorkflowTarget } from '../service/WorkflowReader';

/**
 * What is known of the object that a workflow is of; undefined when that is nothing.
 * @internal
 */
export function findWorkflowOwner(
  target: WorkflowTarget,
  snapshot: PlatformSnapshot,
): WorkflowOwner | undefined {
  if (target.type === 'request') {
    const found = findRequest(snapshot, target);
    return found.state === 'present'
      ? toOwner(found.request, found.request.status.pipelines)
      : undefined;
  }
  const promise = findPromise(snapshot, target.promise);
  return promise && toOwner(promise, promise.pipelines);
}

function toOwner(
  object: ResourceRequest | KratixPromise,
  pipelines: WorkflowOwner['pipelines'],
): WorkflowOwner {
  const operation = readLastOperation(object.annotations);
  return {
    ...(object.createdAt && { createdAt: object.createdAt }),
    isDeleting: object.deletedAt !== undefined,
    ...(pipelines && { pipelines }),
    ...(operation?.name === 'rerun' && {
      rerun: {
        at: operation.at,
        ...(operation.by && { by: operation.by }),
      },
    }),
  };
}
