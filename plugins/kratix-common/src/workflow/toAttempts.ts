import type {
  WorkflowAttempt,
  WorkflowState,
  WorkflowTrouble,
} from '../contracts';
import { toGoneSteps, toStep } from './toStep';
import type { WorkflowJob } from './WorkflowJob';
import type { WorkflowPod } from './WorkflowPod';

/**
 * The attempts of one Job, oldest first: one for each Pod, or one that says that its Pod is gone. The Job
 * controller removes the Pod of a Job that failed (docs/kratix-observed.md 23).
 * @internal
 */
export function toAttempts(
  job: WorkflowJob,
  pods: readonly WorkflowPod[],
): WorkflowAttempt[] {
  const own = pods
    .filter(pod => pod.job === job.name && pod.namespace === job.namespace)
    .sort((a, b) => compareTimes(a.createdAt, b.createdAt));
  const last = own.at(-1);
  if (!last || (job.state === 'failed' && own.every(isBeingRemoved))) {
    return [goneAttempt(job)];
  }
  return own.map(pod => toAttempt(job, pod, pod === last));
}

function isBeingRemoved({ deletedAt }: WorkflowPod): boolean {
  return deletedAt !== undefined;
}

function goneAttempt(job: WorkflowJob): WorkflowAttempt {
  const trouble = jobTrouble(job);
  return {
    id: job.uid || job.name,
    job: job.name,
    state: attemptState(job),
    ...times(job),
    ...(trouble && { trouble }),
    steps: toGoneSteps(job),
  };
}

function toAttempt(
  job: WorkflowJob,
  pod: WorkflowPod,
  isLast: boolean,
): WorkflowAttempt {
  const steps = pod.containers.map(toStep);
  const trouble = podTrouble(pod) ?? (isLast ? jobTrouble(job) : undefined);
  const startedAt = pod.startedAt ?? pod.createdAt ?? job.startedAt;
  const ends = steps
    .flatMap(({ finishedAt }) => finishedAt ?? [])
    .sort(compareTimes);
  const state = isLast ? attemptState(job) : earlierState(pod);
  const finishedAt = isLast ? job.finishedAt : ends.at(-1);
  return {
    id: pod.uid || pod.name,
    job: job.name,
    pod: pod.name,
    state,
    ...(startedAt && { startedAt }),
    ...(finishedAt && state !== 'running' && { finishedAt }),
    ...(trouble && { trouble }),
    steps,
  };
}

function earlierState(pod: WorkflowPod): WorkflowState {
  return pod.phase === 'Succeeded' ? 'succeeded' : 'failed';
}

function attemptState({ state }: WorkflowJob): WorkflowState {
  switch (state) {
    case 'active':
      return 'running';
    case 'suspended':
      return 'stopped';
    case 'succeeded':
    case 'failed':
      return state;
    default:
      return state satisfies never;
  }
}

function podTrouble(pod: WorkflowPod): WorkflowTrouble | undefined {
  if (pod.reason === 'Evicted') {
    return {
      kind: 'evicted',
      reason: pod.reason,
      ...(pod.message && { message: pod.message }),
    };
  }
  return pod.unschedulable
    ? {
        kind: 'unschedulable',
        reason: 'Unschedulable',
        message: pod.unschedulable,
      }
    : undefined;
}

function jobTrouble({ failure }: WorkflowJob): WorkflowTrouble | undefined {
  return failure?.reason === 'DeadlineExceeded'
    ? { kind: 'deadline', reason: failure.reason, message: failure.message }
    : undefined;
}

function times({ startedAt, finishedAt }: WorkflowJob) {
  return { ...(startedAt && { startedAt }), ...(finishedAt && { finishedAt }) };
}

/** Whole seconds and fractions of them in one order; what has no time is oldest. @internal */
export function compareTimes(a: string | undefined, b: string | undefined) {
  return Date.parse(a ?? '1970') - Date.parse(b ?? '1970');
}
