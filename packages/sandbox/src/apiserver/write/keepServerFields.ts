import type { KubeObject } from '../cluster';
import { cloneJson } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import type { WriteRequest } from './WriteRequest';

/**
 * Puts back what a client may not change: the server's own metadata, and `status` or everything but
 * `status`, depending on the subresource.
 * @internal
 */
export function keepServerFields(
  next: KubeObject,
  previous: KubeObject,
  type: ResourceType,
  request: WriteRequest,
): void {
  if (request.subresource === 'status') {
    takeOnlyStatus(next, previous);
  } else if (type.hasStatus) {
    copyField(next, previous, 'status');
  }
  const before = previous.metadata;
  next.metadata = {
    ...next.metadata,
    name: before.name,
    uid: before.uid,
    creationTimestamp: before.creationTimestamp,
    resourceVersion: before.resourceVersion,
    managedFields: wantedManagedFields(next, previous),
  };
  for (const key of [
    'namespace',
    'generateName',
    'generation',
    'deletionTimestamp',
    'deletionGracePeriodSeconds',
  ] as const) {
    if (before[key] === undefined) {
      delete next.metadata[key];
    } else {
      Object.assign(next.metadata, { [key]: before[key] });
    }
  }
}

function takeOnlyStatus(next: KubeObject, previous: KubeObject): void {
  const { status } = next;
  const { managedFields } = next.metadata;
  for (const key of Object.keys(next)) {
    delete next[key];
  }
  Object.assign(next, cloneJson(previous));
  next.metadata.managedFields = managedFields;
  if (status === undefined) {
    delete next.status;
  } else {
    next.status = status;
  }
}

function copyField(
  next: KubeObject,
  previous: KubeObject,
  field: string,
): void {
  if (previous[field] === undefined) {
    delete next[field];
  } else {
    next[field] = cloneJson(previous[field]);
  }
}

/**
 * Clients may rewrite ownership, as kubectl does when it moves from client-side to server-side apply;
 * `[{}]` clears it. Source: apimachinery/pkg/util/managedfields.
 */
function wantedManagedFields(
  next: KubeObject,
  previous: KubeObject,
): unknown[] | undefined {
  const wanted = next.metadata.managedFields;
  if (!wanted || wanted.length === 0) {
    return cloneJson(previous.metadata.managedFields);
  }
  return wanted.filter(
    entry => Object.keys(entry as Record<string, unknown>).length > 0,
  );
}
