import type { KubeObject } from '../../apiserver/cluster';
import { setRequestCondition } from '../conditions/conditions';
import { requestConditions } from '../conditions/requestConditions';
import { findBinding } from '../binding/bindings';
import type { KratixContext } from '../context';
import { keyOf } from '../controller/keys';
import { findByLabels } from '../find';
import { requeueMs } from '../settings';
import { changeStatus, hasFinalizer, removeFinalizer } from '../status';
import { timestamp } from '../text/time';
import { finalizers, labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { continueDelete } from '../workflow/continueDelete';
import { holdSuspended } from '../workflow/holdSuspended';
import type { RequestSubject } from './RequestSubject';
import { runOf } from './RequestSubject';

/** One step of taking a request away (`deleteResources`). Answers when to look again. @internal */
export function deleteRequest(
  context: KratixContext,
  subject: RequestSubject,
): number | undefined {
  const { request } = subject;
  if (hasFinalizer(request, finalizers.deleteWorkflows)) {
    return runDeleteWorkflow(context, subject);
  }
  if (hasFinalizer(request, finalizers.work)) {
    return deleteWorks(context, subject);
  }
  if (hasFinalizer(request, finalizers.workflows)) {
    return deleteJobs(context, subject);
  }
  if (hasFinalizer(request, finalizers.resourceBinding)) {
    return deleteBinding(context, subject);
  }
  return undefined;
}

function runDeleteWorkflow(
  context: KratixContext,
  subject: RequestSubject,
): number | undefined {
  const { request, api } = subject;
  const now = timestamp(context.cluster.clock.now());
  const run = runOf(subject, 'delete');
  const hold = holdSuspended(context, run, { now, canRestart: true });
  if (hold.kind === 'changed') {
    return undefined;
  }
  if (hold.kind === 'held') {
    changeStatus(context.cluster, api.gvr, request, status => {
      setRequestCondition(status, requestConditions.suspended, now);
      setRequestCondition(status, requestConditions.deleteSuspended, now);
    });
    return hold.retryInMs;
  }
  return continueDelete(context, run, now);
}

function deleteWorks(
  context: KratixContext,
  subject: RequestSubject,
): number | undefined {
  const { api, request } = subject;
  const works = findByLabels(context.cluster, resources.works, {
    namespace: runOf(subject, 'delete').namespace,
    labels: ofRequest(api.promise, request),
  });
  if (works.length === 0) {
    removeFinalizer(context.cluster, api.gvr, request, finalizers.work);
    return undefined;
  }
  for (const work of works) {
    context.cluster.delete(resources.works, keyOf(work));
  }
  return requeueMs.fast;
}

/** In all namespaces, as Kratix does: same-named requests elsewhere lose their history too. */
function deleteJobs(
  context: KratixContext,
  { api, request }: RequestSubject,
): number | undefined {
  const jobs = findByLabels(context.cluster, resources.jobs, {
    labels: {
      ...ofRequest(api.promise, request),
      [labels.workflowType]: 'resource',
    },
  });
  for (const job of jobs) {
    context.cluster.delete(resources.jobs, keyOf(job));
  }
  removeFinalizer(context.cluster, api.gvr, request, finalizers.workflows);
  return undefined;
}

function deleteBinding(
  context: KratixContext,
  { api, request }: RequestSubject,
): number | undefined {
  const binding = findBinding(context, request, api.promise);
  if (binding) {
    context.cluster.delete(resources.resourceBindings, keyOf(binding));
  }
  removeFinalizer(
    context.cluster,
    api.gvr,
    request,
    finalizers.resourceBinding,
  );
  return undefined;
}

function ofRequest(
  promise: string,
  request: KubeObject,
): Record<string, string> {
  return {
    [labels.promiseName]: promise,
    [labels.resourceName]: request.metadata.name,
  };
}
