import { isDeepStrictEqual } from 'node:util';
import type {
  AdmissionHook,
  Cluster,
  KubeObject,
} from '../../apiserver/cluster';
import {
  annotatedIntervalProblem,
  shortestInterval,
} from '../admission/annotatedInterval';
import { denied, undecodable } from '../admission/denied';
import type { Json } from '../json/read';
import { at, textOf } from '../json/read';
import { formatGoDuration, parseGoDuration } from '../text/goDuration';
import { resources } from '../vocabulary/resources';
import { pipelineProblem } from './pipelineProblem';
import { rawApi } from './promiseApi';
import { buildPromiseCrd } from './promiseCrd';
import { requirementWarnings } from './requirementWarnings';

/** Kratix's webhooks for Promises (internal/webhook/v1alpha1/promise_webhook.go). @internal */
export function promiseAdmission(cluster: Cluster): AdmissionHook {
  return ({ operation, object, previous, warn }) => {
    if (operation === 'DELETE' || object.metadata.deletionTimestamp) {
      return;
    }
    checkDecodable(object);
    const problem =
      annotatedIntervalProblem(object, previous) ??
      crdProblem(cluster, object) ??
      pipelineProblem(cluster, object) ??
      intervalProblem(object) ??
      (previous && changeProblem(object, previous));
    if (problem !== undefined) {
      throw denied('vpromise.kb.io', problem);
    }
    requirementWarnings(cluster, object).forEach(warn);
  };
}

/** The webhook that defaults reads the Promise first, and stumbles first. */
function checkDecodable(promise: KubeObject): void {
  const said = intervalOf(promise);
  if (said !== undefined && parseGoDuration(said) === undefined) {
    throw undecodable(
      'mpromise.kb.io',
      `time: invalid duration ${JSON.stringify(said)}`,
    );
  }
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

function intervalProblem(promise: KubeObject): string | undefined {
  const ms = parseGoDuration(intervalOf(promise) ?? '');
  return ms !== undefined && ms < shortestInterval.ms
    ? `spec.workflows.config.reconciliationInterval: Invalid value: "${formatGoDuration(
        ms,
      )}": must be at least ${shortestInterval.text}`
    : undefined;
}

function intervalOf(promise: KubeObject): string | undefined {
  return textOf(
    at(promise.spec, 'workflows', 'config', 'reconciliationInterval'),
  );
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
