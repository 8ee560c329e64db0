import type { KubeObject } from '../../apiserver/cluster';
import { findCondition, setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { findByLabels } from '../find';
import type { Json } from '../json/read';
import { at, ensureRecord, numberOf } from '../json/read';
import { planReconciledCondition } from '../request/planReconciledCondition';
import { requeueMs } from '../settings';
import { changeLabels, changeStatus, hasLabel } from '../status';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { summarizeWorks } from '../work/worksSummary';
import { planPromiseWorks } from './planPromiseWorks';
import { promiseConditions } from './promiseConditions';
import { rawApi } from './promiseApi';

const controller = 'PromiseController';

/** The end of a Promise's reconciliation: its requests, its availability, its conditions. @internal */
export function finishPromise(
  context: KratixContext,
  promise: KubeObject,
  { isFulfilled, now }: { isFulfilled: boolean; now: string },
): number | undefined {
  // A Promise without API is not held back by what it requires (`Reconcile`).
  if (rawApi(promise) && !isFulfilled) {
    return requeueMs.slow;
  }
  const current = mustRerunRequests(promise)
    ? rerunRequests(context, promise)
    : promise;
  const works = summarizeWorks(
    findByLabels(context.cluster, resources.works, {
      labels: {
        [labels.promiseName]: promise.metadata.name,
        [labels.workType]: 'promise',
      },
    }),
  );
  const after = changeStatus(
    context.cluster,
    resources.promises,
    current,
    status => {
      becomeAvailable(status, now);
      const worksCondition = planPromiseWorks(
        findCondition(status, 'WorksSucceeded'),
        works,
      );
      if (worksCondition) {
        setCondition(status, worksCondition, now);
      }
      conclude(status, now);
    },
  );
  announce(context, current, after);
  return undefined;
}

function becomeAvailable(status: Json, now: string): void {
  const kratix = ensureRecord(status, 'kratix');
  if (status.status !== 'Available') {
    status.lastAvailableTime = now;
    kratix.lastAvailableTime = now;
  }
  status.status = 'Available';
  kratix.status = 'Available';
  setCondition(status, promiseConditions.available, now);
}

function conclude(status: Json, now: string): void {
  const completed = findCondition(status, 'ConfigureWorkflowCompleted');
  const reconciled = planReconciledCondition({
    completed,
    works: findCondition(status, 'WorksSucceeded'),
    reconciled: findCondition(status, 'Reconciled'),
    isDryRun: false,
  });
  if (reconciled) {
    setCondition(status, reconciled, now);
  }
  if (completed?.status === 'True') {
    status.workflowsSucceeded = status.workflows;
    status.workflowsFailed = 0;
  }
}

function mustRerunRequests(promise: KubeObject): boolean {
  const generation = promise.metadata.generation ?? 1;
  const observed = numberOf(at(promise.status, 'observedGeneration')) ?? 0;
  return (
    rawApi(promise) !== undefined &&
    (hasLabel(promise, labels.reconcileResources) ||
      (generation !== 1 && generation !== observed))
  );
}

/** Every request runs again, pinned ones too (`reconcileAllRRs`). */
function rerunRequests(
  { cluster, apis, events }: KratixContext,
  promise: KubeObject,
): KubeObject {
  const api = apis.ofPromise(promise.metadata.name);
  for (const request of api ? cluster.list(api.gvr) : []) {
    if (api && !request.metadata.deletionTimestamp) {
      changeLabels(cluster, api.gvr, request, {
        [labels.runFromStart]: 'true',
      });
    }
  }
  events.record(promise, {
    controller,
    type: 'Normal',
    reason: 'ReconcilingResources',
    note: 'Reconciling all resource requests',
  });
  const unlabelled = changeLabels(cluster, resources.promises, promise, {
    [labels.reconcileResources]: undefined,
  });
  return changeStatus(cluster, resources.promises, unlabelled, status => {
    status.observedGeneration = promise.metadata.generation ?? 1;
  });
}

function announce(
  { events }: KratixContext,
  before: KubeObject,
  after: KubeObject,
): void {
  const say = (type: 'Normal' | 'Warning', reason: string, note: string) =>
    events.record(after, { controller, type, reason, note });
  if (at(before.status, 'status') !== 'Available') {
    say('Normal', 'Available', 'Promise is available');
  }
  const was = findCondition(before.status, 'WorksSucceeded');
  const is = findCondition(after.status, 'WorksSucceeded');
  if (is && is.status !== 'Unknown' && is.reason !== was?.reason) {
    say(
      is.status === 'True' ? 'Normal' : 'Warning',
      is.reason ?? '',
      is.message ?? '',
    );
  }
  if (
    findCondition(before.status, 'Reconciled')?.status !== 'True' &&
    findCondition(after.status, 'Reconciled')?.status === 'True'
  ) {
    say('Normal', 'ReconcileSucceeded', 'Successfully reconciled');
    say('Normal', 'ConfigureWorkflowCompleted', 'All workflows completed');
  }
}
