import type { KubeObject } from '../../apiserver/cluster';
import { settledAgeMs } from '../age';
import { behaviourOf } from '../behaviour/objectBehaviour';
import { boundVersion, findBinding } from '../binding/bindings';
import type { KratixContext } from '../context';
import { at, textOf } from '../json/read';
import type { PromiseApi } from '../promise/promiseApi';
import { findRevision } from '../revision/revisions';
import { timestamp } from '../text/time';
import { latestVersion } from '../vocabulary/labels';
import { jobsOf } from '../workflow/runConfigure';
import type { WorkflowRun } from '../workflow/WorkflowRun';
import { requestRun } from '../workflow/WorkflowRun';

/** A resource request with what its reconciliation reads. @internal */
export interface RequestSubject {
  request: KubeObject;
  api: PromiseApi;
  promise: KubeObject;
  revision: KubeObject;
  bindingVersion: string;
}

/** The revision that a request follows; undefined when it does not exist (`fetchRevision`). @internal */
export function resolveRevision(
  context: KratixContext,
  request: KubeObject,
  api: PromiseApi,
): { revision?: KubeObject; version: string } {
  const binding = findBinding(context, request, api.promise);
  const version = binding
    ? boundVersion(binding)
    : textOf(at(request.status, 'promiseVersion')) || latestVersion;
  return {
    revision: findRevision(context.cluster, api.promise, version),
    version,
  };
}

/** The workflow of a request, with the pipelines of its revision. @internal */
export function runOf(
  { request, api, revision }: RequestSubject,
  action: 'configure' | 'delete',
): WorkflowRun {
  return requestRun({
    request,
    requestGvr: api.gvr,
    promiseName: api.promise,
    promiseSpec: at(revision.spec, 'promiseSpec'),
    action,
  });
}

/** The time that a change of this request's status carries; in the past for a settled one. @internal */
export function requestTime(
  context: KratixContext,
  subject: RequestSubject,
): string {
  const nowMs = context.cluster.clock.now();
  const behaviour = behaviourOf(context, subject.api.promise, subject.request);
  if (behaviour.settledMs === undefined) {
    return timestamp(nowMs);
  }
  const ageMs = settledAgeMs(context.settings, behaviour, {
    owner: subject.request,
    jobs: jobsOf(context, runOf(subject, 'configure')),
  });
  return timestamp(nowMs - (ageMs ?? 0));
}
