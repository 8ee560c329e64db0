import type { KubeObject } from '../../apiserver/cluster';
import { findCondition, setRequestCondition } from '../conditions/conditions';
import { requestConditions } from '../conditions/requestConditions';
import type { KratixContext } from '../context';
import type { PromiseApi } from '../promise/promiseApi';
import { changeStatus, hasLabel } from '../status';
import { timestamp } from '../text/time';
import { labels } from '../vocabulary/labels';

/** Says once that a request is paused; nothing else of it is touched (`reconcileIfPaused`). @internal */
export function pauseRequest(
  { cluster, events }: KratixContext,
  request: KubeObject,
  { api, promise }: { api: PromiseApi; promise: KubeObject },
): void {
  const reconciled = findCondition(request.status, 'Reconciled');
  if (reconciled?.status === 'Unknown' && reconciled.message === 'Paused') {
    return;
  }
  changeStatus(cluster, api.gvr, request, status => {
    setRequestCondition(
      status,
      requestConditions.paused,
      timestamp(cluster.clock.now()),
    );
  });
  events.record(request, {
    controller: 'ResourceRequestController',
    type: 'Warning',
    reason: 'PausedReconciliation',
    note: hasLabel(promise, labels.paused)
      ? `'${labels.paused}' label set to 'true' for promise; pausing reconciliation for this resource request`
      : `'${labels.paused}' label set to 'true' for this resource request; pausing reconciliation`,
  });
}
