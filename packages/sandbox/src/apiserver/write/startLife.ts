import { randomUUID } from 'node:crypto';
import type { KubeObject } from '../cluster';
import type { ResourceType } from '../registry/ResourceType';
import type { WriteRequest } from './WriteRequest';

/** What the server gives a new object, whatever the client sent. @internal */
export function startLife(
  object: KubeObject,
  type: ResourceType,
  request: WriteRequest,
  now: string,
): void {
  const { metadata } = object;
  metadata.uid = randomUUID();
  metadata.creationTimestamp = request.createdAt ?? now;
  delete metadata.deletionTimestamp;
  delete metadata.deletionGracePeriodSeconds;
  if (!request.managesFields) {
    delete metadata.managedFields;
  }
  delete metadata.generation;
  if (type.tracksGeneration) {
    metadata.generation = 1;
  }
  if (type.hasStatus) {
    delete object.status;
  }
}
