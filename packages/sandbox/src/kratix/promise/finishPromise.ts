import type { KubeObject } from '../../apiserver/cluster';
import { findCondition, setCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { findByLabels } from '../find';
import type { Json } from '../json/read';
import { at, ensureRecord } from '../json/read';
import { planReconciledCondition } from '../request/planReconciledCondition';
import { requeueMs } from '../settings';
import { changeStatus } from '../status';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { summarizeWorks } from '../work/worksSummary';
import { planPromiseWorks } from './planPromiseWorks';
import { promiseConditions } from './promiseConditions';
import { rawApi } from './promiseApi';
import { mustRerunRequests, rerunRequests } from './rerunRequests';

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
  if (mustRerunRequests(promise)) {
    rerunRequests(context, promise, now);
    return undefined;
  }
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
    promise,
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
  announce(context, promise, after);
  return undefined;
}

function becomeAvailable(status: Json, now: string): void {
  const kratix = ensureRecord(status, 'kratix');
  if (kratix.status !== 'Available') {
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
  const succeeded = completed?.status === 'True' ? status.workflows : 0;
  // Who was mended keeps the number of an earlier failure (`generateWorkflowsCounterStatus`).
  if (status.workflowsSucceeded !== succeeded) {
    status.workflowsSucceeded = succeeded;
    status.workflowsFailed = 0;
  }
}

function announce(
  { events }: KratixContext,
  before: KubeObject,
  after: KubeObject,
): void {
  const say = (type: 'Normal' | 'Warning', reason: string, note: string) =>
    events.record(after, { controller, type, reason, note });
  if (at(before.status, 'kratix', 'status') !== 'Available') {
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
