import type { KubeObject } from '../../apiserver/cluster';
import type { Condition, PlannedCondition } from '../conditions/conditions';
import { findCondition } from '../conditions/conditions';
import { at, textOf } from '../json/read';

/** One entry of a compound preview's `status.components`. @internal */
export interface ComponentStatus {
  promise: string;
  request: string;
  namespace?: string;
  dryRun: string;
  phase: 'Pending' | 'Succeeded' | 'Failed';
  message?: string;
}

/** @internal */
export function componentStatus(child: KubeObject): ComponentStatus {
  const completed = findCondition(child.status, 'Completed');
  const namespace = textOf(at(child.spec, 'resourceRequestRef', 'namespace'));
  const isFailed = completed !== undefined && completed.status !== 'True';
  return {
    promise: textOf(at(child.spec, 'promiseRef', 'name')) ?? '',
    request: textOf(at(child.spec, 'resourceRequestRef', 'name')) ?? '',
    ...(namespace && { namespace }),
    dryRun: child.metadata.name,
    phase: phaseOf(completed),
    ...(isFailed && completed.message && { message: completed.message }),
  };
}

function phaseOf(completed: Condition | undefined): ComponentStatus['phase'] {
  if (!completed) {
    return 'Pending';
  }
  return completed.status === 'True' ? 'Succeeded' : 'Failed';
}

/** ComponentsSucceeded of a compound preview. @internal */
export function componentsCondition(
  components: readonly ComponentStatus[],
): PlannedCondition {
  const type = 'ComponentsSucceeded';
  const named = (phase: ComponentStatus['phase']) =>
    components
      .filter(component => component.phase === phase)
      .map(({ promise, request }) => `${promise}/${request}`)
      .join(', ');
  const failed = named('Failed');
  const pending = named('Pending');
  if (failed) {
    return {
      type,
      status: 'False',
      reason: 'ComponentDryRunFailed',
      message: `Preview is incomplete; these components failed: ${failed}`,
    };
  }
  if (pending) {
    return {
      type,
      status: 'False',
      reason: 'ComponentDryRunIncomplete',
      message: `Preview is incomplete; these components did not finish within 10m0s: ${pending}`,
    };
  }
  return {
    type,
    status: 'True',
    reason: 'AllComponentsSucceeded',
    message: 'All component dry runs completed',
  };
}
