import type { CoreV1Event, V1Pod } from '@kubernetes/client-node';
import {
  ApiException,
  PatchStrategy,
  setHeaderOptions,
} from '@kubernetes/client-node';
import type { Connection } from '../cluster/connect';

/**
 * One thing that happened to a Pod.
 *
 * @internal
 */
export interface PodHappening {
  type: 'Normal' | 'Warning';
  reason: string;
  message: string;
  /** As core/v1 `ObjectReference` has it, such as `spec.initContainers{reader}`. */
  fieldPath?: string;
}

/**
 * Writes what happens to Pods as events, as a kubelet does: in the classic form,
 * where a repetition raises a count (client-go tools/record).
 *
 * @internal
 */
export interface EventRecorder {
  record(pod: V1Pod, happening: PodHappening): Promise<void>;
}

/**
 * Makes a recorder for one node.
 *
 * @internal
 */
export function createEventRecorder(
  connection: Connection,
  nodeName: string,
  clock: () => Date,
): EventRecorder {
  const seen = new Map<string, { name: string; count: number }>();
  return {
    async record(pod, happening) {
      const { name, namespace = 'default', uid = '' } = pod.metadata ?? {};
      const key = [uid, ...Object.values(happening)].join('\n');
      const earlier = seen.get(key);
      const now = clock();
      try {
        if (earlier) {
          earlier.count += 1;
          await connection.core.patchNamespacedEvent(
            {
              name: earlier.name,
              namespace,
              body: { count: earlier.count, lastTimestamp: now },
            },
            setHeaderOptions('Content-Type', PatchStrategy.MergePatch),
          );
          return;
        }
        const eventName = `${name}.${now.getTime().toString(16)}${seen.size}`;
        seen.set(key, { name: eventName, count: 1 });
        await connection.core.createNamespacedEvent({
          namespace,
          body: buildEvent(pod, happening, { eventName, nodeName, now }),
        });
      } catch (error) {
        // A namespace on its way out takes no events, and its Pods still end.
        if (!(error instanceof ApiException)) {
          throw error;
        }
      }
    },
  };
}

function buildEvent(
  pod: V1Pod,
  happening: PodHappening,
  own: { eventName: string; nodeName: string; now: Date },
): CoreV1Event {
  const { name, namespace, uid, resourceVersion } = pod.metadata ?? {};
  return {
    metadata: { name: own.eventName, namespace },
    involvedObject: {
      apiVersion: 'v1',
      kind: 'Pod',
      name,
      namespace,
      uid,
      resourceVersion,
      fieldPath: happening.fieldPath,
    },
    type: happening.type,
    reason: happening.reason,
    message: happening.message,
    source: { component: 'kubelet', host: own.nodeName },
    reportingComponent: 'kubelet',
    reportingInstance: own.nodeName,
    firstTimestamp: own.now,
    lastTimestamp: own.now,
    count: 1,
  };
}
