import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import { reportBehaviourProblems } from '../behaviour/objectBehaviour';
import { ensureBinding, findBinding } from '../binding/bindings';
import { findCondition, setRequestCondition } from '../conditions/conditions';
import { reconciledPending, requestConditions } from '../conditions/requestConditions';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { at } from '../json/read';
import type { PromiseApi } from '../promise/promiseApi';
import { revisionVersion } from '../revision/revisions';
import { requeueMs } from '../settings';
import { addFinalizers, changeLabels, changeStatus, hasLabel } from '../status';
import { millisecondsOf, timestamp } from '../text/time';
import { finalizers, labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { holdSuspended } from '../workflow/holdSuspended';
import { listsPipelines, resetPipelines } from '../workflow/pipelineStatus';
import { runConfigure } from '../workflow/runConfigure';
import type { WorkflowRun } from '../workflow/WorkflowRun';
import { deleteRequest } from './deleteRequest';
import { finishConfigure } from './finishConfigure';
import { fromRequestKey, requestKeysOf } from './requestKeys';
import type { RequestSubject } from './RequestSubject';
import { requestTime, resolveRevision, runOf } from './RequestSubject';
import { applyUpgradeStatus } from './upgradeStatus';

const requestFinalizers = [
  finalizers.work,
  finalizers.workflows,
  finalizers.deleteWorkflows,
  finalizers.resourceBinding,
];

/**
 * Kratix's dynamic controller: one request of any Promise, step by step, in the order of
 * internal/controller/dynamic_resource_request_controller.go.
 * @internal
 */
export class RequestReconciler implements Reconciler {
  readonly name = 'resource-request';
  readonly #context: KratixContext;

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    return requestKeysOf(this.#context, event);
  }

  reconcile(key: string): number | undefined {
    const { cluster, apis } = this.#context;
    const parsed = fromRequestKey(key);
    const api = apis.ofResource({ ...parsed.gvr, version: '' });
    const request = api && cluster.get(api.gvr, parsed.key);
    const promise = api && cluster.get(resources.promises, { name: api.promise });
    if (!request || !promise || !isServed(promise)) {
      return undefined;
    }
    if (hasLabel(promise, labels.paused) || hasLabel(request, labels.paused)) {
      this.#pause(request, { api, promise });
      return undefined;
    }
    const labelled =
      request.metadata.labels?.[labels.promiseName] === api.promise
        ? request
        : changeLabels(cluster, api.gvr, request, {
            [labels.promiseName]: api.promise,
          });
    return this.#follow(labelled, { api, promise });
  }

  #follow(
    request: KubeObject,
    { api, promise }: { api: PromiseApi; promise: KubeObject },
  ): number | undefined {
    const { revision, version } = resolveRevision(this.#context, request, api);
    if (!revision) {
      this.#context.events.record(request, {
        controller: 'ResourceRequestController',
        type: 'Warning',
        reason: 'FailedPromiseRevisionLookup',
        note: `failed to find revision ${version} of promise ${api.promise}`,
      });
      return requeueMs.normal;
    }
    const subject = { request, api, promise, revision, bindingVersion: version };
    if (request.metadata.deletionTimestamp) {
      return deleteRequest(this.#context, subject);
    }
    return this.#configure(subject);
  }

  #configure(subject: RequestSubject): number | undefined {
    const { cluster } = this.#context;
    const { api, promise } = subject;
    const now = requestTime(this.#context, subject);
    if (findCondition(promise.status, 'Available')?.status !== 'True') {
      this.#markPromise(subject, requestConditions.promiseUnavailable, now);
      return requeueMs.slow;
    }
    if (findCondition(subject.request.status, 'PromiseAvailable')?.status === 'False') {
      this.#markPromise(subject, requestConditions.promiseAvailable, now);
    }
    if (promise.metadata.deletionTimestamp) {
      return undefined;
    }
    const current = cluster.get(api.gvr, {
      namespace: subject.request.metadata.namespace,
      name: subject.request.metadata.name,
    });
    if (!current) {
      return undefined;
    }
    const request = addFinalizers(cluster, api.gvr, current, requestFinalizers);
    if (request !== current) {
      reportBehaviourProblems(this.#context, request);
      this.#announceStart({ ...subject, request });
    }
    ensureBinding(this.#context, request, api.promise);
    return this.#run({ ...subject, request }, now);
  }

  #run(subject: RequestSubject, now: string): number | undefined {
    const { cluster } = this.#context;
    const { api } = subject;
    const prepared = this.#prepare(subject, now);
    if (!prepared) {
      return undefined;
    }
    const run = runOf({ ...subject, request: prepared }, 'configure');
    const hold = holdSuspended(this.#context, run, { now, canRestart: true });
    if (hold.kind === 'changed') {
      return undefined;
    }
    if (hold.kind === 'held') {
      changeStatus(cluster, api.gvr, prepared, status => {
        setRequestCondition(status, requestConditions.suspended, now);
      });
      return hold.retryInMs;
    }
    return this.#advance(subject, run, now);
  }

  #advance(subject: RequestSubject, run: WorkflowRun, now: string): number | undefined {
    const outcome =
      run.pipelines.length === 0
        ? ({ kind: 'done', owner: run.owner } as const)
        : runConfigure(this.#context, run, now);
    const owner =
      outcome.kind === 'done'
        ? finishConfigure(this.#context, subject, {
            run: { ...run, owner: outcome.owner },
            now,
          })
        : outcome.owner;
    this.#updateBinding(subject, owner);
    return this.#nextRunMs(owner);
  }

  /** Everything between the binding and the workflow; undefined when an event will bring the next look. */
  #prepare(subject: RequestSubject, now: string): KubeObject | undefined {
    const { cluster } = this.#context;
    const { request, api } = subject;
    const isDue = (this.#nextRunMs(request) ?? 1) <= 0;
    if (isDue && !hasLabel(request, labels.manualReconciliation)) {
      changeLabels(cluster, api.gvr, request, {
        [labels.manualReconciliation]: 'true',
      });
      return undefined;
    }
    if (findCondition(request.status, 'Reconciled')?.reason === 'PausedReconciliation') {
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

  #pause(
    request: KubeObject,
    { api, promise }: { api: PromiseApi; promise: KubeObject },
  ): void {
    const { cluster, events } = this.#context;
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

  #markPromise(
    { request, api }: RequestSubject,
    condition:
      | typeof requestConditions.promiseAvailable
      | typeof requestConditions.promiseUnavailable,
    now: string,
  ): void {
    changeStatus(this.#context.cluster, api.gvr, request, status => {
      if (condition.status === 'False' && setRequestCondition(status, condition, now)) {
        status.message = 'Pending';
      }
      setRequestCondition(status, condition, now);
    });
  }

  #announceStart({ request, revision }: RequestSubject): void {
    this.#context.events.record(request, {
      controller: 'ResourceRequestController',
      type: 'Normal',
      reason: 'ReconcileStarted',
      note: `reconciling resource request with promise revision ${revision.metadata.name}`,
    });
  }

  #updateBinding(subject: RequestSubject, request: KubeObject): void {
    const { cluster } = this.#context;
    const binding = findBinding(this.#context, request, subject.api.promise);
    if (!binding) {
      return;
    }
    const attemptedVersion = revisionVersion(subject.revision);
    changeStatus(cluster, resources.resourceBindings, binding, status =>
      applyUpgradeStatus(
        status,
        {
          completed: completedOf(request, subject),
          appliedVersion: String(at(request.status, 'promiseVersion') ?? ''),
          attemptedVersion,
        },
        timestamp(cluster.clock.now()),
      ),
    );
  }

  /** Until the reconciliation interval is over; undefined before a first run has ended. */
  #nextRunMs(request: KubeObject): number | undefined {
    const { cluster, settings } = this.#context;
    const completed = findCondition(request.status, 'ConfigureWorkflowCompleted');
    const endedMs = millisecondsOf(completed?.lastTransitionTime);
    return endedMs === undefined || completed?.reason === 'PipelinesInProgress'
      ? undefined
      : endedMs + settings.reconciliationIntervalMs - cluster.clock.now();
  }
}

/** The dynamic controller runs once the Promise has an established API. */
function isServed(promise: KubeObject): boolean {
  return at(promise.status, 'apiVersion') !== undefined;
}

/** Without pipelines there is nothing to run, so a version is applied at once. */
function completedOf(request: KubeObject, subject: RequestSubject) {
  return runOf(subject, 'configure').pipelines.length === 0
    ? { type: 'ConfigureWorkflowCompleted', status: 'True' }
    : findCondition(request.status, 'ConfigureWorkflowCompleted');
}
