import type { KubeObject } from '../../apiserver/cluster';
import { findCondition, setRequestCondition } from '../conditions/conditions';
import { reconciledPending } from '../conditions/requestConditions';
import type { KratixContext } from '../context';
import { changeLabels, changeStatus, hasLabel } from '../status';
import { millisecondsOf } from '../text/time';
import { labels } from '../vocabulary/labels';
import { listsPipelines, resetPipelines } from '../workflow/pipelineStatus';
import type { RequestSubject } from './RequestSubject';
import { runOf } from './RequestSubject';

/**
 * What Kratix does between the binding and the workflow: the reconciliation interval, the end of a pause,
 * the list of pipelines. Undefined when something was changed whose event brings the next look.
 * @internal
 */
export function prepareRequest(
  context: KratixContext,
  subject: RequestSubject,
  now: string,
): KubeObject | undefined {
  const { cluster } = context;
  const { request, api } = subject;
  const isDue = (nextRunMs(context, request) ?? 1) <= 0;
  if (isDue && !hasLabel(request, labels.manualReconciliation)) {
    changeLabels(cluster, api.gvr, request, {
      [labels.manualReconciliation]: 'true',
    });
    return undefined;
  }
  if (
    findCondition(request.status, 'Reconciled')?.reason ===
    'PausedReconciliation'
  ) {
    const relabelled = changeLabels(cluster, api.gvr, request, {
      [labels.runFromStart]: 'true',
    });
    changeStatus(cluster, api.gvr, relabelled, status => {
      setRequestCondition(status, reconciledPending('Unpaused'), now);
    });
    return undefined;
  }
  const names = runOf(subject, 'configure').pipelines.map(({ name }) => name);
  return changeStatus(cluster, api.gvr, request, status => {
    status.workflows = names.length;
    if (names.length === 0) {
      status.workflowsSucceeded = 0;
      status.workflowsFailed = 0;
    }
    if (!listsPipelines(status, names)) {
      resetPipelines(status, names, now);
    }
  });
}

/** Until the reconciliation interval is over; undefined while nothing has ended yet. @internal */
export function nextRunMs(
  { cluster, settings }: KratixContext,
  request: KubeObject,
): number | undefined {
  const completed = findCondition(request.status, 'ConfigureWorkflowCompleted');
  const endedMs = millisecondsOf(completed?.lastTransitionTime);
  return endedMs === undefined || completed?.reason === 'PipelinesInProgress'
    ? undefined
    : endedMs + settings.reconciliationIntervalMs - cluster.clock.now();
}
