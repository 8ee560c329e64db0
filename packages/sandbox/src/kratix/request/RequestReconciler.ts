import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import { reportBehaviourProblems } from '../behaviour/objectBehaviour';
import { ensureBinding } from '../binding/bindings';
import { findCondition, setRequestCondition } from '../conditions/conditions';
import { requestConditions } from '../conditions/requestConditions';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { keyOf } from '../controller/keys';
import { at } from '../json/read';
import type { PromiseApi } from '../promise/promiseApi';
import { requeueMs } from '../settings';
import { addFinalizers, changeLabels, changeStatus, hasLabel } from '../status';
import { finalizers, labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { holdSuspended } from '../workflow/holdSuspended';
import { runConfigure } from '../workflow/runConfigure';
import type { WorkflowRun } from '../workflow/WorkflowRun';
import { deleteRequest } from './deleteRequest';
import { finishConfigure } from './finishConfigure';
import { pauseRequest } from './pauseRequest';
import { nextRunMs, prepareRequest } from './prepareRequest';
import { fromRequestKey, requestKeysOf } from './requestKeys';
import type { RequestSubject } from './RequestSubject';
import { requestTime, resolveRevision, runOf } from './RequestSubject';
import { updateBinding } from './updateBinding';

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
    const promise =
      api && cluster.get(resources.promises, { name: api.promise });
    if (!request || !promise || !isServed(promise)) {
      return undefined;
    }
    if (hasLabel(promise, labels.paused) || hasLabel(request, labels.paused)) {
      pauseRequest(this.#context, request, { api, promise });
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
    const subject = {
      request,
      api,
      promise,
      revision,
      bindingVersion: version,
    };
    return request.metadata.deletionTimestamp
      ? deleteRequest(this.#context, subject)
      : this.#configure(subject);
  }

  #configure(subject: RequestSubject): number | undefined {
    const { cluster } = this.#context;
    const { api, promise } = subject;
    const now = requestTime(this.#context, subject);
    // Kratix asks the condition, which is False for a blink after each edit of a Promise; its requests rarely
    // look just then.
    if (at(promise.status, 'status') !== 'Available') {
      this.#markPromiseUnavailable(subject, now);
      return requeueMs.slow;
    }
    if (promise.metadata.deletionTimestamp) {
      return undefined;
    }
    const current = this.#markPromiseAvailable(subject, now);
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
    const prepared = prepareRequest(this.#context, subject, now);
    if (!prepared) {
      return undefined;
    }
    const run = runOf({ ...subject, request: prepared }, 'configure');
    const hold = holdSuspended(this.#context, run, { now, canRestart: true });
    if (hold.kind === 'changed') {
      return undefined;
    }
    if (hold.kind === 'held') {
      changeStatus(cluster, subject.api.gvr, prepared, status => {
        setRequestCondition(status, requestConditions.suspended, now);
      });
      return hold.retryInMs;
    }
    return this.#advance(subject, run, now);
  }

  #advance(
    subject: RequestSubject,
    run: WorkflowRun,
    now: string,
  ): number | undefined {
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
    updateBinding(this.#context, subject, owner);
    return nextRunMs(this.#context, owner);
  }

  #markPromiseUnavailable({ request, api }: RequestSubject, now: string): void {
    changeStatus(this.#context.cluster, api.gvr, request, status => {
      const condition = requestConditions.promiseUnavailable;
      if (setRequestCondition(status, condition, now)) {
        status.message = 'Pending';
      }
    });
  }

  /** The condition appears only once it was False. */
  #markPromiseAvailable(
    { request, api }: RequestSubject,
    now: string,
  ): KubeObject {
    const { cluster } = this.#context;
    const current = cluster.get(api.gvr, keyOf(request)) ?? request;
    return findCondition(current.status, 'PromiseAvailable')?.status === 'False'
      ? changeStatus(cluster, api.gvr, current, status => {
          setRequestCondition(status, requestConditions.promiseAvailable, now);
        })
      : current;
  }

  #announceStart({ request, revision }: RequestSubject): void {
    this.#context.events.record(request, {
      controller: 'ResourceRequestController',
      type: 'Normal',
      reason: 'ReconcileStarted',
      note: `reconciling resource request with promise revision ${revision.metadata.name}`,
    });
  }
}

/** The dynamic controller runs once the Promise has an established API. */
function isServed(promise: KubeObject): boolean {
  return at(promise.status, 'apiVersion') !== undefined;
}
