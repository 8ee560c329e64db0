import type {
  ClusterEvent,
  Gvr,
  KubeObject,
  ObjectKey,
} from '../../apiserver/cluster';

/** A queue key of a namespaced or cluster-scoped object. @internal */
export function toKey(key: ObjectKey): string {
  return key.namespace === undefined
    ? key.name
    : `${key.namespace}/${key.name}`;
}

/** @internal */
export function fromKey(key: string): ObjectKey {
  const slash = key.indexOf('/');
  return slash < 0
    ? { name: key }
    : { namespace: key.slice(0, slash), name: key.slice(slash + 1) };
}

/** @internal */
export function keyOf(object: KubeObject): ObjectKey {
  const { namespace, name } = object.metadata;
  return namespace === undefined ? { name } : { namespace, name };
}

/** The event's own key if it is of this type. @internal */
export function ownKey(event: ClusterEvent, gvr: Gvr): readonly string[] {
  return isOf(event, gvr) ? [toKey(keyOf(event.object))] : [];
}

/** @internal */
export function isOf(event: ClusterEvent, gvr: Gvr): boolean {
  return event.gvr.group === gvr.group && event.gvr.resource === gvr.resource;
}

/** True for a change of anything but `status`, and for creations and removals. @internal */
export function isSpecOrMetadataChange(event: ClusterEvent): boolean {
  if (event.type !== 'MODIFIED' || !event.previous) {
    return true;
  }
  const before = event.previous.metadata;
  const after = event.object.metadata;
  return (
    before.generation !== after.generation ||
    before.deletionTimestamp !== after.deletionTimestamp ||
    JSON.stringify([before.labels, before.annotations, before.finalizers]) !==
      JSON.stringify([after.labels, after.annotations, after.finalizers])
  );
}
