import { findCondition } from '../condition';
import type { Phase, PhaseReport } from './phase';
import type { PhaseContext } from './phaseContext';
import { isWriteFailing } from './phaseSigns';
import type { PipelineStatus } from '../pipelineStatus';
import { findPhaseSubjects, type PhaseEvidence } from './findPhaseSubjects';
import type { ResourceRequest } from '../resourceRequest';

type PhaseDetails = Omit<PhaseReport, 'phase' | 'flags'>;

/**
 * What to say about a phase: since when, which step, in whose words, and what is in the way.
 * @internal
 */
export function derivePhaseDetails(
  phase: Phase,
  request: ResourceRequest,
  context: PhaseContext,
): PhaseDetails {
  const pipeline = findCurrentPipeline(phase, request);
  const since = findSince(phase, request, pipeline);
  const step = deriveStep(phase, request, pipeline);
  const message = findMessage(phase, request, { context, pipeline });
  const isWaiting = phase === 'Suspended' || phase === 'DeleteSuspended';
  const { nextRetryAt, attempts } = pipeline ?? {};
  return {
    ...(since && { since }),
    ...(step && { step }),
    ...(message && { message }),
    subjects: findPhaseSubjects(phase, request, { context, pipeline }),
    ...(isWaiting && nextRetryAt && { nextRetryAt }),
    ...(attempts !== undefined && { attempts }),
  };
}

/** The state of the pipeline that a phase is about. */
const pipelinePhaseOf: Partial<Record<Phase, PipelineStatus['phase']>> = {
  Running: 'Running',
  Upgrading: 'Running',
  Failed: 'Failed',
  Suspended: 'Suspended',
  Deleting: 'Running',
  DeleteFailed: 'Failed',
  DeleteSuspended: 'Suspended',
};

function findCurrentPipeline(
  phase: Phase,
  { status }: ResourceRequest,
): PipelineStatus | undefined {
  return status.pipelines?.find(
    pipeline => pipeline.phase === pipelinePhaseOf[phase],
  );
}

/** The condition whose last change began the phase; `lastTransitionTime` moves with its reason too. */
const conditionOf: Partial<Record<Phase, string>> = {
  Paused: 'Reconciled',
  WaitingForPromise: 'PromiseAvailable',
  Suspended: 'Reconciled',
  Running: 'ConfigureWorkflowCompleted',
  Upgrading: 'ConfigureWorkflowCompleted',
  Failed: 'ConfigureWorkflowCompleted',
  Scheduling: 'WorksSucceeded',
  Unschedulable: 'WorksSucceeded',
  Misplaced: 'WorksSucceeded',
  WriteFailed: 'WorksSucceeded',
  Ready: 'Reconciled',
  DeleteFailed: 'DeleteWorkflowCompleted',
  DeleteSuspended: 'DeleteWorkflowCompleted',
};

function findSince(
  phase: Phase,
  request: ResourceRequest,
  pipeline: PipelineStatus | undefined,
): string | undefined {
  if (phase === 'Deleting') {
    return request.deletedAt;
  }
  if (phase === 'Pending' || phase === 'DryRun') {
    return request.createdAt;
  }
  const type = conditionOf[phase];
  const condition = type
    ? findCondition(request.status.conditions, type)
    : undefined;
  if (phase === 'Paused' && condition?.reason !== 'PausedReconciliation') {
    return undefined; // the label is set, but Kratix has not looked yet
  }
  return pipeline?.lastTransitionTime ?? condition?.lastTransitionTime;
}

function deriveStep(
  phase: Phase,
  { status }: ResourceRequest,
  pipeline: PipelineStatus | undefined,
): PhaseReport['step'] {
  const pipelines = status.pipelines ?? [];
  if (pipeline) {
    return {
      index: pipelines.indexOf(pipeline) + 1,
      total: pipelines.length,
      pipeline: pipeline.name,
    };
  }
  if (phase !== 'Running' && phase !== 'Upgrading' && phase !== 'Failed') {
    return undefined;
  }
  // Older Kratix has only counters.
  const total = status.workflows ?? pipelines.length;
  const done = status.workflowsSucceeded ?? 0;
  return total > 0 ? { index: Math.min(done + 1, total), total } : undefined;
}

/** What Kratix writes into `status.message` when a run starts: it says less than the phase does. */
const placeholderMessage = 'Pending';

function findMessage(
  phase: Phase,
  { status }: ResourceRequest,
  { context, pipeline }: PhaseEvidence,
): string | undefined {
  const own =
    status.message === placeholderMessage ? undefined : status.message;
  const conditionMessage = (type: string) =>
    findCondition(status.conditions, type)?.message || undefined;
  switch (phase) {
    case 'Suspended':
    case 'DeleteSuspended':
      return pipeline?.message;
    case 'Failed':
      return (
        pipeline?.message ??
        own ??
        conditionMessage('ConfigureWorkflowCompleted')
      );
    case 'DeleteFailed':
      return pipeline?.message ?? conditionMessage('DeleteWorkflowCompleted');
    case 'WaitingForPromise':
      return conditionMessage('PromiseAvailable');
    case 'Misplaced':
      return conditionMessage('WorksSucceeded');
    case 'WriteFailed':
      return findWriteError(context) ?? conditionMessage('WorksSucceeded');
    case 'Running':
    case 'Upgrading':
      return pipeline?.message ?? own;
    case 'Unschedulable':
      return undefined; // the workflow's own words are of its success
    default:
      return own;
  }
}

function findWriteError({ workPlacements }: PhaseContext): string | undefined {
  const failing = workPlacements?.find(isWriteFailing);
  return failing
    ? findCondition(failing.conditions, 'WriteSucceeded')?.message || undefined
    : undefined;
}
