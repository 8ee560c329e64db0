import type { KubeObject } from '../../apiserver/cluster';
import { findCondition, setRequestCondition } from '../conditions/conditions';
import {
  configureFailed,
  reconciledFailing,
  reconciledPending,
  requestConditions,
} from '../conditions/requestConditions';
import type { KratixContext } from '../context';
import type { Json } from '../json/read';
import { numberOf } from '../json/read';
import { changeStatus } from '../status';
import { markPipeline, resetPipelines } from './pipelineStatus';
import type { ConfigureStep } from './planConfigure';
import type { WorkflowRun } from './WorkflowRun';
import { controllerOf } from './WorkflowRun';

/** Kratix's `reconcileWorkflowStatus`: counters and phases follow the Jobs (lib/workflow/reconciler.go). @internal */
export function syncCounters(
  status: Json,
  run: WorkflowRun,
  step: ConfigureStep,
  now: string,
): void {
  const names = run.pipelines.map(({ name }) => name);
  const succeeded = numberOf(status.workflowsSucceeded) ?? -1;
  const failed = numberOf(status.workflowsFailed) ?? -1;
  const hasDrifted = succeeded !== step.completed;
  if (failed === -1) {
    status.workflowsFailed = 0;
  }
  if (hasDrifted) {
    status.workflowsSucceeded = step.completed;
    const finished = names[step.completed - 1];
    if (finished !== undefined) {
      markPipeline(status, finished, 'Succeeded', now);
    }
  }
  const isRetry = step.isFromStart && (failed > 0 || succeeded > 0);
  if (isRetry || (hasDrifted && step.completed === 0)) {
    status.workflowsFailed = 0;
    resetPipelines(status, names, now);
  }
}

/** Kratix's `setPipelineStartingStatus`. @internal */
export function markStarting(
  status: Json,
  pipeline: string,
  now: string,
): void {
  status.message = 'Pending';
  setRequestCondition(status, reconciledPending('WorkflowPending'), now);
  const completed = findCondition(status, 'ConfigureWorkflowCompleted');
  if (
    completed?.status !== 'False' ||
    completed.reason !== requestConditions.pipelinesInProgress.reason
  ) {
    setRequestCondition(status, requestConditions.pipelinesInProgress, now);
  }
  markPipeline(status, pipeline, 'Running', now);
}

/** Kratix's `setFailedConditionAndEvents`; the event comes once for each failure. @internal */
export function markFailed(
  context: KratixContext,
  run: WorkflowRun,
  pipeline: string,
  now: string,
): KubeObject {
  const owner = changeStatus(
    context.cluster,
    run.ownerGvr,
    run.owner,
    status => {
      setRequestCondition(status, configureFailed(pipeline), now);
      setRequestCondition(
        status,
        reconciledFailing('ConfigureWorkflowFailed'),
        now,
      );
      status.workflowsFailed = 1;
      markPipeline(status, pipeline, 'Failed', now);
    },
  );
  if (owner.metadata.resourceVersion !== run.owner.metadata.resourceVersion) {
    context.events.record(owner, {
      controller: controllerOf(run),
      type: 'Warning',
      reason: 'ConfigureWorkflowFailed',
      note: `A ${run.type}/configure Pipeline has failed: ${pipeline}`,
    });
  }
  return owner;
}
