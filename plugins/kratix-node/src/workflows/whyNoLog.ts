import type {
  PodContainer,
  WorkflowPod,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { KubernetesError } from '../cluster/failures/KubernetesError';
import type { LogChunk } from '../service/WorkflowReader';

/** @internal */
export type NoLog = Extract<LogChunk, { type: 'unavailable' }>;

const imageReasons = [
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'InvalidImageName',
  'ImageInspectError',
  'RegistryUnavailable',
];

/**
 * Why a container has no log to read now; undefined when it has one. As the kubelet decides it
 * (k8s.io/kubernetes pkg/kubelet `validateContainerLogStatus`).
 * @internal
 */
export function whyNoLog(
  pod: WorkflowPod,
  { state, last }: PodContainer,
  isPrevious: boolean,
): NoLog | undefined {
  if (isPrevious) {
    return last ? undefined : { type: 'unavailable', reason: 'noPrevious' };
  }
  if (state.type !== 'waiting' || last) {
    return undefined;
  }
  const isImage = imageReasons.includes(state.reason);
  const message = state.message ?? pod.unschedulable ?? pod.message;
  return {
    type: 'unavailable',
    reason: isImage ? 'image' : 'notStarted',
    ...(message && { message }),
  };
}

/**
 * What the kubelet refuses between our look at the Pod and the log is the container's state as well.
 * @internal
 */
export function toNoLog(error: unknown): NoLog | undefined {
  if (!(error instanceof KubernetesError)) {
    return undefined;
  }
  switch (error.failure) {
    case 'notFound':
      return { type: 'unavailable', reason: 'podGone' };
    case 'invalid':
      return {
        type: 'unavailable',
        reason: error.message.includes('waiting to start')
          ? 'notStarted'
          : 'removed',
        message: error.message,
      };
    default:
      return undefined;
  }
}
