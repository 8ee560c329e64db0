import type { KubeObject } from '../cluster';
import type { StoredEvent } from '../storage/ObjectStore';

/** An object that starts to match a selector is added, one that stops to match it is deleted. @internal */
export function transition(
  event: StoredEvent,
  isSeen: (object: KubeObject) => boolean,
): { type: string; object: KubeObject } | undefined {
  const { object, previous } = event;
  const wasSeen = previous !== undefined && isSeen(previous);
  if (event.type === 'DELETED') {
    return wasSeen ? { type: 'DELETED', object } : undefined;
  }
  if (isSeen(object)) {
    return { type: wasSeen ? 'MODIFIED' : 'ADDED', object };
  }
  return wasSeen && previous
    ? {
        type: 'DELETED',
        object: {
          ...previous,
          metadata: {
            ...previous.metadata,
            resourceVersion: object.metadata.resourceVersion,
          },
        },
      }
    : undefined;
}
