import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';
import { badRequest, conflict, invalid } from '../status/StatusError';
import type { WriteRequest } from './WriteRequest';

/** Refuses an update that means another object, or another state of it. @internal */
export function checkIdentity(
  wanted: KubeObject,
  previous: KubeObject,
  type: ResourceType,
  request: WriteRequest,
): void {
  const { name, namespace, uid, resourceVersion } = wanted.metadata;
  const actual = previous.metadata;
  if (name !== undefined && name !== actual.name) {
    throw badRequest(
      `the name of the object (${name}) does not match the name on the URL (${actual.name})`,
    );
  }
  if (namespace && namespace !== actual.namespace && type.isNamespaced) {
    throw badRequest(
      'the namespace of the provided object does not match the namespace sent on the request',
    );
  }
  if (uid && uid !== actual.uid && request.isUnconditional) {
    // A patch has no precondition. Two validations look at the metadata: the cause comes twice.
    const changed = {
      type: 'Invalid',
      field: 'metadata.uid',
      value: uid,
      detail: 'field is immutable',
    } as const;
    throw invalid(type, actual.name, [changed, changed]);
  }
  if (uid && uid !== actual.uid) {
    throw conflict(
      type,
      actual.name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${actual.uid}`,
    );
  }
  if (resourceVersion && resourceVersion !== actual.resourceVersion) {
    throw conflict(type, actual.name);
  }
  if (!resourceVersion && type.isCustom && !request.isUnconditional) {
    throw invalid({ group: type.group, kind: type.resource }, actual.name, [
      {
        type: 'Invalid',
        field: 'metadata.resourceVersion',
        value: 0,
        detail: 'must be specified for an update',
      },
    ]);
  }
}
