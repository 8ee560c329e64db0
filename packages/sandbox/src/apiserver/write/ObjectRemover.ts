import type { KubeObject, ObjectKey } from '../cluster';
import { cloneJson } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import { conflict, notFound } from '../status/StatusError';
import type { WriterParts } from './ObjectWriter';
import { presentObject } from './presentObject';
import { timestamp } from './timestamp';
import type { DeleteRequest } from './WriteRequest';

/** What a deletion did. @internal */
export interface Removal {
  readonly object: KubeObject;
  /** False while finalizers keep the object. */
  readonly isGone: boolean;
}

/**
 * Deletes objects as the API server does: at once, or by a timestamp while finalizers remain.
 * @internal
 */
export class ObjectRemover {
  readonly #parts: WriterParts;

  constructor(parts: WriterParts) {
    this.#parts = parts;
  }

  remove(
    type: ResourceType,
    key: ObjectKey,
    request: DeleteRequest = {},
  ): Removal {
    const { store, admission } = this.#parts;
    const current = store.get(type.storageKey, key);
    if (!current) {
      throw notFound(type, key.name);
    }
    checkPreconditions(current, type, request);
    const isDryRun = request.dryRun === true;
    if (!current.metadata.deletionTimestamp) {
      admission.review(type, {
        operation: 'DELETE',
        object: cloneJson(current),
        previous: current,
        dryRun: isDryRun,
        username: request.username,
        warn: request.warn ?? (() => {}),
      });
    }
    const next = this.#marked(current, type, request);
    const isHeld = holds(next);
    if (isDryRun) {
      return { object: presentObject(next, type), isGone: !isHeld };
    }
    if (!isHeld) {
      const removed = store.remove(type.storageKey, key) ?? current;
      return { object: presentObject(removed, type), isGone: true };
    }
    const isMarked = current.metadata.deletionTimestamp !== undefined;
    const stored = isMarked ? current : store.put(type.storageKey, next);
    return { object: presentObject(stored, type), isGone: false };
  }

  #marked(
    current: KubeObject,
    type: ResourceType,
    request: DeleteRequest,
  ): KubeObject {
    const next = cloneJson(current);
    const { metadata } = next;
    if (!metadata.deletionTimestamp) {
      const now = timestamp(this.#parts.clock.now());
      if (type.markDeleted) {
        type.markDeleted(next, now);
      } else {
        metadata.deletionTimestamp = now;
        metadata.deletionGracePeriodSeconds = 0;
        if (metadata.generation !== undefined) {
          metadata.generation += 1;
        }
      }
      const finalizer = propagationFinalizers[request.propagationPolicy ?? ''];
      if (finalizer) {
        metadata.finalizers = [...(metadata.finalizers ?? []), finalizer];
      }
    }
    return next;
  }
}

const propagationFinalizers: Record<string, string | undefined> = {
  Foreground: 'foregroundDeletion',
  Orphan: 'orphan',
};

function holds(object: KubeObject): boolean {
  const spec = object.spec as { finalizers?: unknown[] } | undefined;
  const ownFinalizers =
    object.kind === 'Namespace' && object.apiVersion === 'v1'
      ? spec?.finalizers ?? []
      : [];
  return (object.metadata.finalizers ?? []).length + ownFinalizers.length > 0;
}

/** Source of the words: `BeforeDelete` of k8s.io/apiserver/pkg/registry/rest/delete.go. */
function checkPreconditions(
  current: KubeObject,
  type: ResourceType,
  request: DeleteRequest,
): void {
  const { uid, resourceVersion, name } = current.metadata;
  const about = { group: type.group, resource: type.kind };
  if (request.uid !== undefined && request.uid !== uid) {
    throw conflict(
      about,
      name,
      `the UID in the precondition (${request.uid}) does not match the UID in record (${uid}). The object might have been deleted and then recreated`,
    );
  }
  if (
    request.resourceVersion !== undefined &&
    request.resourceVersion !== resourceVersion
  ) {
    throw conflict(
      about,
      name,
      `the ResourceVersion in the precondition (${request.resourceVersion}) does not match the ResourceVersion in record (${resourceVersion}). The object might have been modified`,
    );
  }
}
