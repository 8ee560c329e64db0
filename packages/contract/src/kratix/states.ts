import { conditionOf, type Manifest } from './Manifest';

/** Ready for good: everything that Kratix writes last is there. @internal */
export function isReady(request: Manifest): boolean {
  const { observedGeneration, kratix, promiseVersion } = request.status ?? {};
  const workflows = (
    kratix as { workflows?: Record<string, unknown> } | undefined
  )?.workflows;
  return (
    conditionOf(request, 'Reconciled') === 'True/Reconciled' &&
    conditionOf(request, 'ConfigureWorkflowCompleted') ===
      'True/PipelinesExecutedSuccessfully' &&
    observedGeneration === request.metadata.generation &&
    promiseVersion !== undefined &&
    workflows?.lastSuccessfulConfigureWorkflowTime !== undefined &&
    !request.metadata.labels?.['kratix.io/manual-reconciliation']
  );
}

/** @internal */
export function isFailed(request: Manifest): boolean {
  return (
    conditionOf(request, 'Reconciled') === 'False/ConfigureWorkflowFailed' &&
    request.status?.workflowsFailed === 1
  );
}

/** @internal */
export function isSuspended(request: Manifest): boolean {
  return conditionOf(request, 'Reconciled') === 'Unknown/WorkflowSuspended';
}

/** @internal */
export function isPaused(request: Manifest): boolean {
  return conditionOf(request, 'Reconciled') === 'Unknown/PausedReconciliation';
}

/** Of a WorkPlacement: its content is in the store. @internal */
export function isWritten(placement: Manifest): boolean {
  return (
    conditionOf(placement, 'Ready') ===
    'True/WorkloadsWrittenToTargetDestination'
  );
}
