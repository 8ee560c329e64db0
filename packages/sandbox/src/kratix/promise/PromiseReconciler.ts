import type { ClusterEvent, KubeObject } from '../../apiserver/cluster';
import { reportBehaviourProblems } from '../behaviour/objectBehaviour';
import {
  findCondition,
  setCondition,
  setRequestCondition,
} from '../conditions/conditions';
import {
  reconciledPending,
  requestConditions,
} from '../conditions/requestConditions';
import type { KratixContext } from '../context';
import type { Reconciler } from '../controller/Controller';
import { at } from '../json/read';
import { requeueMs } from '../settings';
import { changeLabels, changeStatus, hasLabel } from '../status';
import { millisecondsOf, timestamp } from '../text/time';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { holdSuspended } from '../workflow/holdSuspended';
import { runConfigure } from '../workflow/runConfigure';
import { promiseRun } from '../workflow/WorkflowRun';
import { deletePromise } from './deletePromise';
import { finishPromise } from './finishPromise';
import { keepCrd } from './keepCrd';
import { promiseConditions } from './promiseConditions';
import { keepPromiseFinalizers } from './promiseFinalizers';
import { promiseKeysOf } from './promiseKeys';
import { keepRevision } from './promiseRevision';
import {
  markUnavailable,
  preparePipelines,
  startStatus,
} from './promiseStatus';
import { keepStaticDependencies } from './staticDependencies';

/** Kratix's promise_controller.go: a Promise from its API to being available. @internal */
export class PromiseReconciler implements Reconciler {
  readonly name = 'promise';
  readonly #context: KratixContext;

  constructor(context: KratixContext) {
    this.#context = context;
  }

  keysOf(event: ClusterEvent): readonly string[] {
    return promiseKeysOf(this.#context, event);
  }

  reconcile(key: string): number | undefined {
    const { cluster } = this.#context;
    const promise = cluster.get(resources.promises, { name: key });
    if (!promise) {
      return undefined;
    }
    if (hasLabel(promise, labels.paused)) {
      this.#hold(promise, 'paused');
      return undefined;
    }
    if (promise.metadata.deletionTimestamp) {
      return deletePromise(this.#context, promise);
    }
    const kept = keepPromiseFinalizers(this.#context, promise);
    if (kept !== promise) {
      reportBehaviourProblems(this.#context, kept);
    }
    keepRevision(this.#context, kept);
    const started = startStatus(this.#context, kept);
    const crd = keepCrd(this.#context, started.promise);
    if (crd.kind === 'waiting') {
      markUnavailable(this.#context, crd.promise);
      return requeueMs.fast;
    }
    keepStaticDependencies(this.#context, crd.promise);
    return this.#runWorkflow(crd.promise, started.isFulfilled);
  }

  #runWorkflow(promise: KubeObject, isFulfilled: boolean): number | undefined {
    const now = timestamp(this.#context.cluster.clock.now());
    const prepared = preparePipelines(this.#context, promise, now);
    if (
      findCondition(prepared.status, 'Reconciled')?.reason ===
      'PausedReconciliation'
    ) {
      this.#unpause(prepared, now);
      return undefined;
    }
    const run = promiseRun(prepared, resources.promises, 'configure');
    // Where their number is news, Kratix writes it down and goes on as if there were none, this once.
    if (
      at(promise.status, 'workflows') !== run.pipelines.length ||
      run.pipelines.length === 0
    ) {
      return finishPromise(this.#context, prepared, { isFulfilled, now });
    }
    const hold = holdSuspended(this.#context, run, { now, canRestart: true });
    if (hold.kind !== 'none') {
      this.#holdIf(hold.kind === 'held', prepared);
      return hold.kind === 'held' ? hold.retryInMs : undefined;
    }
    if (this.#isDue(prepared)) {
      changeLabels(this.#context.cluster, resources.promises, prepared, {
        [labels.manualReconciliation]: 'true',
      });
      return undefined;
    }
    const outcome = runConfigure(this.#context, run, now);
    if (outcome.kind === 'done') {
      return finishPromise(this.#context, outcome.owner, { isFulfilled, now });
    }
    markUnavailable(this.#context, outcome.owner);
    return undefined;
  }

  #isDue(promise: KubeObject): boolean {
    const { cluster, settings } = this.#context;
    const completed = findCondition(
      promise.status,
      'ConfigureWorkflowCompleted',
    );
    const endedMs = millisecondsOf(completed?.lastTransitionTime);
    return (
      endedMs !== undefined &&
      completed?.reason !== 'PipelinesInProgress' &&
      !hasLabel(promise, labels.manualReconciliation) &&
      endedMs + settings.reconciliationIntervalMs <= cluster.clock.now()
    );
  }

  /** Leaving a pause runs everything again, the requests too. */
  #unpause(promise: KubeObject, now: string): void {
    const { cluster } = this.#context;
    const relabelled = changeLabels(cluster, resources.promises, promise, {
      [labels.runFromStart]: 'true',
      [labels.reconcileResources]: 'true',
    });
    changeStatus(cluster, resources.promises, relabelled, status => {
      setRequestCondition(status, reconciledPending('Unpaused'), now);
    });
  }

  #holdIf(isHeld: boolean, promise: KubeObject): void {
    if (isHeld) {
      this.#hold(promise, 'suspended');
    }
  }

  #hold(promise: KubeObject, why: 'paused' | 'suspended'): void {
    const { cluster, events } = this.#context;
    const now = timestamp(cluster.clock.now());
    const after = changeStatus(cluster, resources.promises, promise, status => {
      status.status = 'Unavailable';
      status.kratix = { ...(status.kratix as object), status: 'Unavailable' };
      status.workflows ??= 0;
      status.workflowsSucceeded ??= 0;
      status.workflowsFailed ??= 0;
      setCondition(
        status,
        why === 'paused'
          ? promiseConditions.availablePaused
          : promiseConditions.availableSuspended,
        now,
      );
      setRequestCondition(status, requestConditions[why], now);
    });
    const isNews =
      after.metadata.resourceVersion !== promise.metadata.resourceVersion;
    if (why === 'paused' && isNews) {
      events.record(after, {
        controller: 'PromiseController',
        type: 'Warning',
        reason: 'PausedReconciliation',
        note: `'${labels.paused}' label set to 'true' for promise; pausing reconciliation`,
      });
    }
  }
}
