import type {
  ClusterEvent,
  KubeObject,
  ObjectKey,
} from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { toKey } from '../controller/keys';
import { findByLabels } from '../find';
import { hasFinalizer, removeFinalizer } from '../status';
import { finalizers } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';

/** The key of the Job whose Pod was deleted, or is about to be. @internal */
export function jobsOfGonePod({
  type,
  object,
}: ClusterEvent): readonly string[] {
  const { namespace, labels, deletionTimestamp } = object.metadata;
  const job = labels?.['batch.kubernetes.io/job-name'];
  return job && (type === 'DELETED' || deletionTimestamp)
    ? [toKey({ namespace, name: job })]
    : [];
}

/** Takes the Job controller's finalizer from a Pod, which a Pod that is being deleted waits for. @internal */
export function countPod({ cluster }: KratixContext, pod: KubeObject): void {
  const { name, namespace } = pod.metadata;
  const current = cluster.get(resources.pods, { name, namespace });
  if (current && hasFinalizer(current, finalizers.jobTracking)) {
    removeFinalizer(cluster, resources.pods, current, finalizers.jobTracking);
  }
}

/** Lets those Pods of a Job go that somebody deleted, the Job itself too. @internal */
export function countDeletedPods(context: KratixContext, job: ObjectKey): void {
  const pods = findByLabels(context.cluster, resources.pods, {
    namespace: job.namespace,
    labels: { 'batch.kubernetes.io/job-name': job.name },
  });
  for (const pod of pods) {
    if (pod.metadata.deletionTimestamp) {
      countPod(context, pod);
    }
  }
}
