import type { PipelineRun, WorkflowAttempt, WorkflowState } from '../contracts';
import type { PipelineStatus } from '../model';

/**
 * One pipeline of a run: what its Jobs show, and what Kratix says of it.
 *
 * A Job that is over is believed before Kratix, whose status lags behind; Kratix alone knows of suspension,
 * and of pipelines whose Jobs are gone.
 * @internal
 */
export function toPipelineRun(
  name: string,
  attempts: readonly WorkflowAttempt[],
  status: PipelineStatus | undefined,
): PipelineRun {
  const last = attempts.at(-1);
  const state = stateOf(last, status);
  const isSuspended = state === 'suspended';
  const startedAt = attempts.find(attempt => attempt.startedAt)?.startedAt;
  const finishedAt = last?.finishedAt;
  const attemptCount = countAttempts(attempts, status);
  return {
    name,
    state,
    ...(isSuspended && status?.message && { message: status.message }),
    // Kratix leaves the time of the last wait in place (docs/kratix-observed.md 8).
    ...(isSuspended &&
      status?.nextRetryAt && { nextRetryAt: status.nextRetryAt }),
    ...(attemptCount !== undefined && { attemptCount }),
    ...(startedAt && { startedAt }),
    ...(finishedAt && state !== 'running' && { finishedAt }),
    attempts: [...attempts],
  };
}

function stateOf(
  last: WorkflowAttempt | undefined,
  status: PipelineStatus | undefined,
): WorkflowState {
  if (last?.state === 'succeeded') {
    return status?.phase === 'Suspended' ? 'suspended' : 'succeeded';
  }
  return last?.state ?? statusState(status);
}

function statusState(status: PipelineStatus | undefined): WorkflowState {
  const phase = status?.phase ?? 'Other';
  switch (phase) {
    case 'Pending':
      return 'pending';
    case 'Running':
      return 'running';
    case 'Succeeded':
      return 'succeeded';
    case 'Failed':
      return 'failed';
    case 'Suspended':
      return 'suspended';
    case 'Other':
      return 'unknown';
    default:
      return phase satisfies never;
  }
}

/**
 * Containers that were started again, Pods and Jobs. Unknown where the Pod is gone, which takes the number of
 * restarts with it.
 */
function countAttempts(
  attempts: readonly WorkflowAttempt[],
  status: PipelineStatus | undefined,
): number | undefined {
  if (attempts.some(({ pod, state }) => !pod && state === 'failed')) {
    return status?.attempts;
  }
  const tries = attempts.reduce(
    (sum, { steps }) =>
      sum + 1 + Math.max(0, ...steps.map(({ restarts }) => restarts)),
    0,
  );
  return Math.max(tries, status?.attempts ?? 0) || undefined;
}
