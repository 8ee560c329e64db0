import { conditionOf, type Manifest } from './Manifest';

/** Takes requests, at this version and with its latest change seen. @internal */
export function isAvailable(
  promise: Manifest,
  { version, generation }: { version: string; generation: number },
): boolean {
  return (
    Number(promise.metadata.generation) >= generation &&
    promise.status?.version === version &&
    conditionOf(promise, 'Available') === 'True/PromiseAvailable'
  );
}

/** Its own pipelines have run for what it is now, and nothing is asked of it. @internal */
export function isPrepared(promise: Manifest): boolean {
  const { observedGeneration, message } = promise.status ?? {};
  return (
    conditionOf(promise, 'Available') === 'True/PromiseAvailable' &&
    conditionOf(promise, 'ConfigureWorkflowCompleted') ===
      'True/PipelinesExecutedSuccessfully' &&
    conditionOf(promise, 'Reconciled') === 'True/Reconciled' &&
    conditionOf(promise, 'WorksSucceeded') === 'True/WorksSucceeded' &&
    observedGeneration === promise.metadata.generation &&
    message !== 'Pending'
  );
}

/** One of its own pipelines has failed. @internal */
export function hasFailed(promise: Manifest): boolean {
  return (
    conditionOf(promise, 'Reconciled') === 'False/ConfigureWorkflowFailed' &&
    promise.status?.workflowsFailed === 1
  );
}
