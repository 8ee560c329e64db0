import type { KubeObject } from '../../apiserver/cluster';
import { findCondition, setCondition } from '../conditions/conditions';
import { reconciledPending } from '../conditions/requestConditions';
import type { KratixContext } from '../context';
import type { Json } from '../json/read';
import { at, ensureRecord, recordsOf, textOf } from '../json/read';
import { changeStatus } from '../status';
import { timestamp } from '../text/time';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { listsPipelines, resetPipelines } from '../workflow/pipelineStatus';
import { pipelinesOf } from '../workflow/pipelines';
import { promiseConditions } from './promiseConditions';
import type { Requirement } from './requirements';
import { evaluateRequirements, requirementsCondition } from './requirements';

/** Writes what is known before anything runs: the version and the requirements. @internal */
export function startStatus(
  context: KratixContext,
  promise: KubeObject,
): { promise: KubeObject; isFulfilled: boolean } {
  const { cluster } = context;
  const now = timestamp(cluster.clock.now());
  const requirements = evaluateRequirements(cluster, promise);
  const condition = requirementsCondition(requirements);
  const isFulfilled = condition === undefined || condition.status === 'True';
  const after = changeStatus(cluster, resources.promises, promise, status => {
    keepCounters(status);
    const version = promise.metadata.labels?.[labels.promiseVersion];
    if (version) {
      status.version = version;
      ensureRecord(status, 'kratix').version = version;
    }
    writeRequirements(status, requirements);
    if (condition && setCondition(status, condition, now) && !isFulfilled) {
      setCondition(status, reconciledPending('RequirementsNotFulfilled'), now);
    }
    if (!isFulfilled || !findCondition(status, 'Available')) {
      becomeUnavailable(status, now);
    }
  });
  announceRequirements(context, { before: promise, after, requirements });
  tellRequired(context, after, requirements);
  return { promise: after, isFulfilled };
}

/** @internal */
export function markUnavailable(
  { cluster }: KratixContext,
  promise: KubeObject,
): void {
  changeStatus(cluster, resources.promises, promise, status =>
    becomeUnavailable(status, timestamp(cluster.clock.now())),
  );
}

/** Brings the list of promise.configure pipelines in line with the spec. @internal */
export function preparePipelines(
  { cluster }: KratixContext,
  promise: KubeObject,
  now: string,
): KubeObject {
  const names = pipelinesOf(promise.spec, 'promise', 'configure').map(
    ({ name }) => name,
  );
  return changeStatus(cluster, resources.promises, promise, status => {
    status.workflows = names.length;
    if (names.length > 0 && !listsPipelines(status, names)) {
      resetPipelines(status, names, now);
    }
    if (names.length === 0) {
      status.workflowsSucceeded = 0;
      status.workflowsFailed = 0;
      ensureRecord(status, 'kratix').workflows = {};
    }
  });
}

function keepCounters(status: Json): void {
  status.workflows ??= 0;
  status.workflowsSucceeded ??= 0;
  status.workflowsFailed ??= 0;
  ensureRecord(status, 'kratix').workflows ??= {};
}

function becomeUnavailable(status: Json, now: string): void {
  status.status = 'Unavailable';
  ensureRecord(status, 'kratix').status = 'Unavailable';
  setCondition(status, promiseConditions.unavailable, now);
}

function writeRequirements(
  status: Json,
  requirements: readonly Requirement[],
): void {
  if (requirements.length > 0) {
    status.requiredPromises = requirements.map(each => ({ ...each }));
  } else {
    delete status.requiredPromises;
  }
}

function announceRequirements(
  { events }: KratixContext,
  options: {
    before: KubeObject;
    after: KubeObject;
    requirements: readonly Requirement[];
  },
): void {
  const { before, after, requirements } = options;
  const was = findCondition(before.status, 'RequirementsFulfilled');
  const is = findCondition(after.status, 'RequirementsFulfilled');
  if (!is || (was?.status === is.status && was.reason === is.reason)) {
    return;
  }
  const say = (type: 'Normal' | 'Warning', reason: string, note: string) =>
    events.record(after, {
      controller: 'PromiseController',
      type,
      reason,
      note,
    });
  if (is.status === 'True') {
    say(
      'Normal',
      'RequirementsFulfilled',
      'All required promises are available',
    );
    return;
  }
  for (const { name, state } of requirements) {
    if (state !== 'Requirement installed') {
      say(
        'Normal',
        is.reason ?? '',
        state === 'Requirement not installed'
          ? `Required Promise ${name} not installed or unknown state`
          : `Waiting for required Promise ${name}: ${state}`,
      );
    }
  }
  if (at(before.status, 'status') === 'Available') {
    say(
      'Warning',
      'Unavailable',
      'Promise no longer available: Requirements have changed',
    );
  }
}

/** Each required Promise that exists learns who requires it (`markRequiredPromiseAsRequired`). */
function tellRequired(
  { cluster }: KratixContext,
  promise: KubeObject,
  requirements: readonly Requirement[],
): void {
  for (const { name, version } of requirements) {
    const required = cluster.get(resources.promises, { name });
    if (required) {
      changeStatus(cluster, resources.promises, required, status => {
        const entry = {
          promise: {
            name: promise.metadata.name,
            version: textOf(at(promise.status, 'version')) ?? '',
          },
          requiredVersion: version,
        };
        keepCounters(status);
        status.requiredBy = [
          ...recordsOf(status.requiredBy).filter(
            each => at(each, 'promise', 'name') !== promise.metadata.name,
          ),
          entry,
        ].sort((a, b) =>
          String(at(a, 'promise', 'name')) < String(at(b, 'promise', 'name'))
            ? -1
            : 1,
        );
      });
    }
  }
}
