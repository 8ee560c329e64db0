import type { PlannedCondition } from './conditions';

/** The conditions of resource requests in Kratix's words (lib/resourceutil/util.go). @internal */
export const requestConditions = {
  pipelinesInProgress: {
    type: 'ConfigureWorkflowCompleted',
    status: 'False',
    reason: 'PipelinesInProgress',
    message: 'Pipelines are still in progress',
  },
  pipelinesCompleted: {
    type: 'ConfigureWorkflowCompleted',
    status: 'True',
    reason: 'PipelinesExecutedSuccessfully',
    message: 'Pipelines completed',
  },
  deleteFailed: {
    type: 'DeleteWorkflowCompleted',
    status: 'False',
    reason: 'DeleteWorkflowFailed',
    message: 'The Delete Pipeline has failed',
  },
  deleteSuspended: {
    type: 'DeleteWorkflowCompleted',
    status: 'False',
    reason: 'DeleteWorkflowSuspended',
    message: 'The delete workflow is suspended',
  },
  promiseUnavailable: {
    type: 'PromiseAvailable',
    status: 'False',
    reason: 'PromiseRequirementsNotInstalled',
    message: 'Promise Requirements are not installed',
  },
  promiseAvailable: {
    type: 'PromiseAvailable',
    status: 'True',
    reason: 'PromiseAvailable',
    message: 'Promise Requirements are met',
  },
  worksSucceeded: {
    type: 'WorksSucceeded',
    status: 'True',
    reason: 'WorksSucceeded',
    message: 'All works associated with this resource are ready',
  },
  reconciled: {
    type: 'Reconciled',
    status: 'True',
    reason: 'Reconciled',
    message: 'Reconciled',
  },
  dryRunReconciled: {
    type: 'Reconciled',
    status: 'True',
    reason: 'DryRunSucceeded',
    message: 'Dry run completed',
  },
  paused: {
    type: 'Reconciled',
    status: 'Unknown',
    reason: 'PausedReconciliation',
    message: 'Paused',
  },
  suspended: {
    type: 'Reconciled',
    status: 'Unknown',
    reason: 'WorkflowSuspended',
    message: 'Suspended',
  },
} as const satisfies Record<string, PlannedCondition>;

/** @internal */
export function configureFailed(pipeline: string): PlannedCondition {
  return {
    type: 'ConfigureWorkflowCompleted',
    status: 'False',
    reason: 'ConfigureWorkflowFailed',
    message: `A Configure Pipeline has failed: ${pipeline}`,
  };
}

/** @internal */
export function reconciledPending(
  reason:
    | 'WorkflowPending'
    | 'WorksPending'
    | 'Unpaused'
    | 'RequirementsNotFulfilled',
): PlannedCondition {
  return { type: 'Reconciled', status: 'Unknown', reason, message: 'Pending' };
}

/** @internal */
export function reconciledFailing(
  reason: 'ConfigureWorkflowFailed' | 'WorksFailing',
): PlannedCondition {
  return { type: 'Reconciled', status: 'False', reason, message: 'Failing' };
}
