import type { KubeObject } from '../../apiserver/cluster';
import { setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { at, ensureRecord, numberOf } from '../json/read';
import { changeLabels, changeStatus, hasLabel } from '../status';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { promiseConditions } from './promiseConditions';
import { rawApi } from './promiseApi';

/** Whether a Promise has changed since its requests ran (`shouldReconcileResources`). @internal */
export function mustRerunRequests(promise: KubeObject): boolean {
  const generation = promise.metadata.generation ?? 1;
  const observed = numberOf(at(promise.status, 'observedGeneration')) ?? 0;
  return (
    rawApi(promise) !== undefined &&
    (hasLabel(promise, labels.reconcileResources) ||
      (generation !== 1 && generation !== observed))
  );
}

/** Every request runs again, pinned ones too (`reconcileResources`). @internal */
export function rerunRequests(
  { cluster, apis, events }: KratixContext,
  promise: KubeObject,
  now: string,
): void {
  const api = apis.ofPromise(promise.metadata.name);
  for (const request of api ? cluster.list(api.gvr) : []) {
    if (api && !request.metadata.deletionTimestamp) {
      changeLabels(cluster, api.gvr, request, {
        [labels.runFromStart]: 'true',
      });
    }
  }
  events.record(promise, {
    controller: 'PromiseController',
    type: 'Normal',
    reason: 'ReconcilingResources',
    note: 'Reconciling all resource requests',
  });
  if (hasLabel(promise, labels.reconcileResources)) {
    changeLabels(cluster, resources.promises, promise, {
      [labels.reconcileResources]: undefined,
    });
    return;
  }
  changeStatus(cluster, resources.promises, promise, status => {
    status.observedGeneration = promise.metadata.generation ?? 1;
    // `status.status` alone stays what it was; the rest says for a moment that there is nothing to be had.
    ensureRecord(status, 'kratix').status = 'Unavailable';
    setCondition(status, promiseConditions.unavailable, now);
  });
}
