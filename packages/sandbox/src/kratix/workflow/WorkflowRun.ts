import type { Gvr, KubeObject } from '../../apiserver/cluster';
import { md5, md5OfSpec } from '../text/md5';
import { labels } from '../vocabulary/labels';
import { systemNamespace } from '../vocabulary/resources';
import type { Pipeline, WorkflowAction, WorkflowType } from './pipelines';
import { pipelineNamespaceOf, pipelinesOf } from './pipelines';

/** A workflow of a Promise or of a resource request, with all that its Jobs need. @internal */
export interface WorkflowRun {
  type: WorkflowType;
  action: WorkflowAction;
  /** What the workflow is about, and where its status goes. */
  owner: KubeObject;
  ownerGvr: Gvr;
  promiseName: string;
  promiseSpec: unknown;
  pipelines: readonly Pipeline[];
  /** Set when the Promise says where pipelines run. */
  pipelineNamespace?: string;
  /** Where the Jobs are. */
  namespace: string;
  hash: string;
}

/** @internal */
export function promiseRun(
  promise: KubeObject,
  ownerGvr: Gvr,
  action: WorkflowAction,
): WorkflowRun {
  const pipelineNamespace = pipelineNamespaceOf(promise.spec);
  return {
    type: 'promise',
    action,
    owner: promise,
    ownerGvr,
    promiseName: promise.metadata.name,
    promiseSpec: promise.spec,
    pipelines: pipelinesOf(promise.spec, 'promise', action),
    pipelineNamespace,
    namespace: pipelineNamespace ?? systemNamespace,
    hash: md5OfSpec(promise.spec),
  };
}

/** `promiseSpec` is the one of the revision that the request follows. @internal */
export function requestRun(options: {
  request: KubeObject;
  requestGvr: Gvr;
  promiseName: string;
  promiseSpec: unknown;
  action: WorkflowAction;
}): WorkflowRun {
  const { request, requestGvr, promiseName, promiseSpec, action } = options;
  const pipelineNamespace = pipelineNamespaceOf(promiseSpec);
  const suffix = isDryRun(request) ? '-dry-run' : '';
  return {
    type: 'resource',
    action,
    owner: request,
    ownerGvr: requestGvr,
    promiseName,
    promiseSpec,
    pipelines: pipelinesOf(promiseSpec, 'resource', action),
    pipelineNamespace,
    namespace: pipelineNamespace ?? request.metadata.namespace ?? 'default',
    hash: md5(`${md5OfSpec(promiseSpec)}-${md5OfSpec(request.spec)}${suffix}`),
  };
}

/** @internal */
export function isDryRun(request: KubeObject): boolean {
  return request.metadata.labels?.[labels.dryRun] === 'true';
}

/** What finds every Job of the workflow's owner, whatever action (lib/workflow/reconciler.go `labelsForJobs`). @internal */
export function jobSelector(run: WorkflowRun): Record<string, string> {
  return {
    [labels.promiseName]: run.promiseName,
    [labels.workflowType]: run.type,
    ...(run.type === 'resource' && {
      [labels.resourceName]: run.owner.metadata.name,
      ...(run.pipelineNamespace && {
        [labels.resourceNamespace]: run.owner.metadata.namespace ?? '',
      }),
    }),
  };
}

/** The name under which Kratix reports events about a workflow. @internal */
export function controllerOf(run: Pick<WorkflowRun, 'type'>): string {
  return run.type === 'promise'
    ? 'PromiseController'
    : 'ResourceRequestController';
}
