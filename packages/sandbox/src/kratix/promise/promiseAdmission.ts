import { isDeepStrictEqual } from 'node:util';
import type {
  AdmissionHook,
  Cluster,
  KubeObject,
} from '../../apiserver/cluster';
import { StatusError } from '../../apiserver/status/StatusError';
import type { Json } from '../json/read';
import { at, textOf } from '../json/read';
import { parseDuration } from '../text/duration';
import { annotations } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import type { WorkflowAction, WorkflowType } from '../workflow/pipelines';
import { pipelinesOf } from '../workflow/pipelines';
import { rawApi } from './promiseApi';
import { buildPromiseCrd } from './promiseCrd';

/** Kratix's validating webhook for Promises (internal/webhook/v1alpha1/promise_webhook.go). @internal */
export function promiseAdmission(cluster: Cluster): AdmissionHook {
  return ({ operation, object, previous }) => {
    if (operation === 'DELETE' || object.metadata.deletionTimestamp) {
      return;
    }
    const problem =
      crdProblem(cluster, object) ??
      pipelineProblem(object) ??
      intervalProblem(object, previous) ??
      (previous && changeProblem(object, previous));
    if (problem !== undefined) {
      throw new StatusError(
        403,
        'Forbidden',
        `admission webhook "vpromise.kb.io" denied the request: ${problem}`,
      );
    }
  };
}

function crdProblem(cluster: Cluster, promise: KubeObject): string | undefined {
  const crd = buildPromiseCrd(promise);
  if (!crd) {
    return undefined;
  }
  const name = crd.metadata.name ?? '';
  const exists = cluster.get(resources.crds, { name }) !== undefined;
  try {
    if (exists) {
      cluster.mutate(
        resources.crds,
        { name },
        draft => {
          draft.spec = crd.spec;
        },
        { dryRun: true },
      );
      return undefined;
    }
    cluster.create(resources.crds, crd, { dryRun: true });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return `${exists ? 'invalid CRD changes' : 'invalid CRD'}: ${message}`;
  }
  const scope = at(crd.spec, 'scope');
  return scope === 'Namespaced'
    ? undefined
    : `promise api needs to be namespace scoped; spec.api.spec.scope cannot be: ${String(
        scope,
      )}`;
}

const workflows: readonly (readonly [WorkflowType, WorkflowAction])[] = [
  ['promise', 'configure'],
  ['promise', 'delete'],
  ['resource', 'configure'],
  ['resource', 'delete'],
];

function pipelineProblem(promise: KubeObject): string | undefined {
  for (const [type, action] of workflows) {
    const names = pipelinesOf(promise.spec, type, action).map(
      ({ name }) => name,
    );
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) {
      return `duplicate pipeline name "${twice}" in workflow "${type}" action "${action}"`;
    }
    const long = names.find(
      name => [promise.metadata.name, type, action, name].join('-').length > 60,
    );
    if (long !== undefined) {
      const { name } = promise.metadata;
      return `${type}.${action} pipeline with name "${long}" is too long. The name is used when generating resources for the pipeline,including the ServiceAccount which follows the format of "${name}-${type}-${action}-${long}", which cannot be longer than 60 characters in total`;
    }
  }
  return undefined;
}

const shortestIntervalMs = 60_000;

function intervalProblem(
  promise: KubeObject,
  previous: KubeObject | undefined,
): string | undefined {
  const said = textOf(
    at(promise.spec, 'workflows', 'config', 'reconciliationInterval'),
  );
  if (said !== undefined && !isLongEnough(said)) {
    return `spec.workflows.config.reconciliationInterval: Invalid value: "${said}": must be at least 1m0s`;
  }
  const annotated =
    promise.metadata.annotations?.[annotations.reconciliationInterval];
  const before =
    previous?.metadata.annotations?.[annotations.reconciliationInterval];
  return annotated === undefined ||
    annotated === before ||
    isLongEnough(annotated)
    ? undefined
    : `metadata.annotations[${annotations.reconciliationInterval}]: Invalid value: "${annotated}": must be a duration of at least 1m0s`;
}

function isLongEnough(text: string): boolean {
  return (parseDuration(text) ?? 0) >= shortestIntervalMs;
}

function changeProblem(
  promise: KubeObject,
  previous: KubeObject,
): string | undefined {
  const before = rawApi(previous);
  const after = rawApi(promise);
  if (!before) {
    return undefined;
  }
  if (!after) {
    return 'cannot remove API from existing promise';
  }
  const problems = [
    immutable(before, after, ['metadata', 'name']),
    immutable(before, after, ['kind']),
    immutable(before, after, ['apiVersion']),
    namesProblem(before, after),
  ].filter(problem => problem !== undefined);
  return problems.length === 0
    ? undefined
    : `promises.platform.kratix.io "${
        promise.metadata.name
      }" was not valid:\n${problems.join('\n')}`;
}

function immutable(
  before: Json,
  after: Json,
  path: readonly string[],
): string | undefined {
  const value = at(after, ...path);
  return isDeepStrictEqual(at(before, ...path), value)
    ? undefined
    : `* spec.api.${path.join('.')}: Invalid value: "${String(
        value,
      )}": field is immutable`;
}

function namesProblem(before: Json, after: Json): string | undefined {
  const names = at(after, 'spec', 'names');
  if (isDeepStrictEqual(at(before, 'spec', 'names'), names)) {
    return undefined;
  }
  const name = (field: string) => JSON.stringify(at(names, field) ?? '');
  return `* spec.api.spec.names: Invalid value: {"plural": ${name(
    'plural',
  )}, "singular": ${name('singular')}, "kind": ${name(
    'kind',
  )}}: field is immutable`;
}
