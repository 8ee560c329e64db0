import type { Gvr, KubeObject } from '../../apiserver/cluster';
import { setRequestCondition } from '../conditions/conditions';
import { requestConditions } from '../conditions/requestConditions';
import type { KratixContext } from '../context';
import { keyOf } from '../controller/keys';
import { findByLabels } from '../find';
import { requeueMs } from '../settings';
import { changeStatus, hasFinalizer, removeFinalizer } from '../status';
import { timestamp } from '../text/time';
import { finalizers, labels } from '../vocabulary/labels';
import { resources, systemNamespace } from '../vocabulary/resources';
import { continueDelete } from '../workflow/continueDelete';
import { holdSuspended } from '../workflow/holdSuspended';
import { jobState } from '../workflow/jobFacts';
import { pipelineNamespaceOf } from '../workflow/pipelines';
import { promiseRun } from '../workflow/WorkflowRun';
import { parsePromiseApi } from './promiseApi';

/** One step of taking a Promise away, in Kratix's order (`deletePromise`). @internal */
export function deletePromise(
  context: KratixContext,
  promise: KubeObject,
): number | undefined {
  if (hasFinalizer(promise, finalizers.deleteWorkflows)) {
    return runDeleteWorkflow(context, promise);
  }
  const step = steps.find(({ finalizer }) => hasFinalizer(promise, finalizer));
  if (!step) {
    return undefined;
  }
  if (step.clean(context, promise)) {
    removeFinalizer(
      context.cluster,
      resources.promises,
      promise,
      step.finalizer,
    );
    return undefined;
  }
  return requeueMs.fast;
}

/** Each answers true once nothing of its sort is left. */
const steps: readonly {
  finalizer: string;
  clean(context: KratixContext, promise: KubeObject): boolean;
}[] = [
  { finalizer: finalizers.workflows, clean: deleteJobs },
  { finalizer: finalizers.resourceRequests, clean: deleteRequests },
  {
    finalizer: finalizers.revisions,
    clean: (context, promise) =>
      deleteAll(context, resources.promiseRevisions, {
        labels: ofPromise(promise),
      }),
  },
  { finalizer: finalizers.dynamicController, clean: deletePipelineObjects },
  { finalizer: finalizers.dependencies, clean: deleteWorks },
  { finalizer: finalizers.crd, clean: deleteCrd },
];

function runDeleteWorkflow(
  context: KratixContext,
  promise: KubeObject,
): number | undefined {
  const { cluster } = context;
  const now = timestamp(cluster.clock.now());
  if (hasRunningRequestJobs(context, promise)) {
    return requeueMs.normal;
  }
  const run = promiseRun(promise, resources.promises, 'delete');
  const hold = holdSuspended(context, run, { now, canRestart: true });
  if (hold.kind === 'changed') {
    return undefined;
  }
  if (hold.kind === 'held') {
    changeStatus(cluster, resources.promises, promise, status => {
      setRequestCondition(status, requestConditions.deleteSuspended, now);
    });
    return hold.retryInMs;
  }
  return continueDelete(context, run, now);
}

function hasRunningRequestJobs(
  { cluster }: KratixContext,
  promise: KubeObject,
): boolean {
  return findByLabels(cluster, resources.jobs, {
    labels: {
      ...ofPromise(promise),
      [labels.workflowType]: 'resource',
      [labels.workflowAction]: 'configure',
    },
  }).some(job => jobState(job) === 'running');
}

function deleteJobs(context: KratixContext, promise: KubeObject): boolean {
  return deleteAll(context, resources.jobs, {
    namespace: pipelineNamespaceOf(promise.spec) ?? systemNamespace,
    labels: { ...ofPromise(promise), [labels.workflowType]: 'promise' },
  });
}

/** Every request of it, in all namespaces. */
function deleteRequests(
  { cluster }: KratixContext,
  promise: KubeObject,
): boolean {
  const api = parsePromiseApi(promise);
  const requests = api ? cluster.list(api.gvr) : [];
  for (const request of requests) {
    if (api && !request.metadata.deletionTimestamp) {
      cluster.delete(api.gvr, keyOf(request));
    }
  }
  return requests.length === 0;
}

function deletePipelineObjects(
  context: KratixContext,
  promise: KubeObject,
): boolean {
  const found = [resources.configMaps, resources.serviceAccounts].map(gvr =>
    deleteAll(context, gvr, { labels: ofPromise(promise) }),
  );
  return found.every(Boolean);
}

function deleteWorks(context: KratixContext, promise: KubeObject): boolean {
  return deleteAll(context, resources.works, { labels: ofPromise(promise) });
}

function deleteCrd(context: KratixContext, promise: KubeObject): boolean {
  return deleteAll(context, resources.crds, { labels: ofPromise(promise) });
}

function deleteAll(
  { cluster }: KratixContext,
  gvr: Gvr,
  options: { namespace?: string; labels: Record<string, string> },
): boolean {
  const found = findByLabels(cluster, gvr, options);
  for (const object of found) {
    if (!object.metadata.deletionTimestamp) {
      cluster.delete(gvr, keyOf(object));
    }
  }
  return findByLabels(cluster, gvr, options).length === 0;
}

function ofPromise(promise: KubeObject): Record<string, string> {
  return { [labels.promiseName]: promise.metadata.name };
}
