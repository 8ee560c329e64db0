import { isDeepStrictEqual } from 'node:util';
import type { Cluster, Gvr, KubeObject } from '../apiserver/cluster';
import { keyOf } from './controller/keys';
import type { Json } from './json/read';
import { ensureRecord } from './json/read';

const fieldManager = 'kratix';

/** Changes `status` and answers the new object. @internal */
export function changeStatus(
  cluster: Cluster,
  gvr: Gvr,
  object: KubeObject,
  change: (status: Json) => void,
): KubeObject {
  return write(cluster, gvr, object, {
    subresource: 'status',
    change: draft => {
      const hadStatus = draft.status !== undefined;
      const status = ensureRecord(draft, 'status');
      change(status);
      if (!hadStatus && Object.keys(status).length === 0) {
        delete draft.status;
      }
    },
  });
}

/** Changes anything but `status` and answers the new object. @internal */
export function changeObject(
  cluster: Cluster,
  gvr: Gvr,
  object: KubeObject,
  change: (draft: KubeObject) => void,
): KubeObject {
  return write(cluster, gvr, object, { change });
}

/** A reconciler mostly finds everything as it should be: that must not cost the API server a write. */
function write(
  cluster: Cluster,
  gvr: Gvr,
  object: KubeObject,
  {
    change,
    subresource,
  }: { change: (draft: KubeObject) => void; subresource?: 'status' },
): KubeObject {
  const key = keyOf(object);
  const current = cluster.get(gvr, key);
  if (current) {
    const draft = structuredClone(current);
    change(draft);
    if (isDeepStrictEqual(draft, current)) {
      return current;
    }
  }
  return cluster.mutate(gvr, key, change, {
    fieldManager,
    ...(subresource && { subresource }),
  });
}

/** Sets labels, or removes those whose value is undefined. @internal */
export function changeLabels(
  cluster: Cluster,
  gvr: Gvr,
  object: KubeObject,
  changes: Readonly<Record<string, string | undefined>>,
): KubeObject {
  return changeObject(cluster, gvr, object, draft => {
    const next = { ...draft.metadata.labels };
    for (const [key, value] of Object.entries(changes)) {
      if (value === undefined) {
        delete next[key];
      } else {
        next[key] = value;
      }
    }
    draft.metadata.labels = next;
  });
}

/** @internal */
export function hasLabel(object: KubeObject, label: string): boolean {
  return object.metadata.labels?.[label] === 'true';
}

/** @internal */
export function hasFinalizer(object: KubeObject, finalizer: string): boolean {
  return object.metadata.finalizers?.includes(finalizer) ?? false;
}

/** Adds those that are missing, in order; the same object when none is. @internal */
export function addFinalizers(
  cluster: Cluster,
  gvr: Gvr,
  object: KubeObject,
  wanted: readonly string[],
): KubeObject {
  const missing = wanted.filter(each => !hasFinalizer(object, each));
  return missing.length === 0
    ? object
    : changeObject(cluster, gvr, object, draft => {
        draft.metadata.finalizers = [
          ...(draft.metadata.finalizers ?? []),
          ...missing,
        ];
      });
}

/** @internal */
export function removeFinalizer(
  cluster: Cluster,
  gvr: Gvr,
  object: KubeObject,
  finalizer: string,
): void {
  changeObject(cluster, gvr, object, draft => {
    draft.metadata.finalizers = (draft.metadata.finalizers ?? []).filter(
      each => each !== finalizer,
    );
  });
}
