import type { WorkflowStep, WorkflowTrouble } from '../contracts';
import type { WorkflowJob } from './WorkflowJob';
import type { PodContainer } from './WorkflowPod';

/** Kratix's own containers around those of the author (kratix-domain 3.2). */
const quietSteps = ['reader', 'work-writer', 'status-writer'];

/**
 * Words of the kubelet for a container that cannot start (k8s.io/kubernetes pkg/kubelet/images/types.go and
 * pkg/kubelet/kuberuntime/kuberuntime_container.go).
 */
const troubleReasons: Readonly<Record<string, WorkflowTrouble['kind']>> = {
  ErrImagePull: 'image',
  ImagePullBackOff: 'image',
  ErrImageNeverPull: 'image',
  InvalidImageName: 'image',
  ImageInspectError: 'image',
  RegistryUnavailable: 'image',
  SignatureValidationFailed: 'image',
  CrashLoopBackOff: 'crashLoop',
  CreateContainerConfigError: 'configuration',
  CreateContainerError: 'configuration',
  RunContainerError: 'configuration',
  PreCreateHookError: 'configuration',
  PostStartHookError: 'configuration',
};

/**
 * One container as a step.
 * @internal
 */
export function toStep(container: PodContainer): WorkflowStep {
  const { name, image, restarts, state, last } = container;
  const trouble = findTrouble(container);
  // Between two attempts the kubelet keeps what the first one left; its log is then the container's own.
  const ended = state.type === 'terminated' ? state : undefined;
  const shown = ended ?? (state.type === 'waiting' ? last : undefined);
  const hasStarted = state.type !== 'waiting' || last !== undefined;
  const startedAt =
    state.type === 'running' ? state.startedAt : shown?.startedAt;
  return {
    name,
    isQuiet: isQuietStep(name),
    ...(image && { image }),
    state: stateOf(container, trouble),
    ...(startedAt && { startedAt }),
    ...(shown?.finishedAt && { finishedAt: shown.finishedAt }),
    ...(shown && { exitCode: shown.exitCode }),
    restarts,
    ...(trouble && { trouble }),
    log: hasStarted ? 'available' : 'notStarted',
    hasPreviousLog: last !== undefined && state.type !== 'waiting',
  };
}

/**
 * The steps of an attempt whose Pod is gone. A Job is complete only when each of them was.
 * @internal
 */
export function toGoneSteps(job: WorkflowJob): WorkflowStep[] {
  return job.containers.map(({ name, image }) => ({
    name,
    isQuiet: isQuietStep(name),
    ...(image && { image }),
    state: job.state === 'succeeded' ? 'succeeded' : goneState(job),
    restarts: 0,
    log: job.state === 'active' ? 'notStarted' : 'podGone',
    hasPreviousLog: false,
  }));
}

function goneState({ state }: WorkflowJob): WorkflowStep['state'] {
  return state === 'active' ? 'pending' : 'unknown';
}

function isQuietStep(name: string): boolean {
  return quietSteps.includes(name);
}

function stateOf(
  { state, last }: PodContainer,
  trouble: WorkflowTrouble | undefined,
): WorkflowStep['state'] {
  switch (state.type) {
    case 'running':
      return 'running';
    case 'terminated':
      return state.exitCode === 0 ? 'succeeded' : 'failed';
    case 'waiting':
      return trouble || last ? 'waiting' : 'pending';
    default:
      return state satisfies never;
  }
}

function findTrouble({ state }: PodContainer): WorkflowTrouble | undefined {
  if (state.type === 'running') {
    return undefined;
  }
  const kind =
    state.type === 'terminated'
      ? state.reason === 'OOMKilled' && 'memory'
      : troubleReasons[state.reason];
  return kind
    ? {
        kind,
        reason: state.reason,
        ...(state.message && { message: state.message }),
      }
    : undefined;
}
