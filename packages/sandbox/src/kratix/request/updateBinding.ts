import type { KubeObject } from '../../apiserver/cluster';
import { findBinding } from '../binding/bindings';
import type { Condition } from '../conditions/conditions';
import { findCondition } from '../conditions/conditions';
import type { KratixContext } from '../context';
import { at, textOf } from '../json/read';
import { revisionVersion } from '../revision/revisions';
import { changeStatus } from '../status';
import { timestamp } from '../text/time';
import { resources } from '../vocabulary/resources';
import type { RequestSubject } from './RequestSubject';
import { runOf } from './RequestSubject';
import { applyUpgradeStatus } from './upgradeStatus';

/** Tells a request's binding how its run stands. @internal */
export function updateBinding(
  context: KratixContext,
  subject: RequestSubject,
  request: KubeObject,
): void {
  const { cluster } = context;
  const binding = findBinding(context, request, subject.api.promise);
  if (!binding) {
    return;
  }
  changeStatus(cluster, resources.resourceBindings, binding, status =>
    applyUpgradeStatus(
      status,
      {
        completed: completedOf(request, subject),
        appliedVersion: textOf(at(request.status, 'promiseVersion')) ?? '',
        attemptedVersion: revisionVersion(subject.revision),
      },
      timestamp(cluster.clock.now()),
    ),
  );
}

/** Without pipelines there is nothing to run, so a version is applied at once. */
function completedOf(
  request: KubeObject,
  subject: RequestSubject,
): Condition | undefined {
  return runOf(subject, 'configure').pipelines.length === 0
    ? { type: 'ConfigureWorkflowCompleted', status: 'True' }
    : findCondition(request.status, 'ConfigureWorkflowCompleted');
}
