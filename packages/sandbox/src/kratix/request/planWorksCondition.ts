import type { Condition, PlannedCondition } from '../conditions/conditions';
import { requestConditions } from '../conditions/requestConditions';
import type { WorksSummary } from '../work/worksSummary';

/**
 * WorksSucceeded after a look at the Works; undefined leaves it alone. Kratix does not move it from
 * Unknown to failing (`updateWorksSucceededCondition` of the dynamic controller).
 * @internal
 */
export function planWorksCondition(
  current: Condition | undefined,
  { failing, pending, misplaced }: WorksSummary,
): PlannedCondition | undefined {
  if (failing.length > 0) {
    return current === undefined || current.status === 'True'
      ? worksFailing(failing)
      : undefined;
  }
  if (pending.length > 0) {
    return current?.status === 'Unknown' ? undefined : worksPending(pending);
  }
  if (misplaced.length > 0) {
    return current?.status === 'False' && current.reason === 'WorksMisplaced'
      ? undefined
      : worksMisplaced(misplaced);
  }
  return current?.status === 'True'
    ? undefined
    : requestConditions.worksSucceeded;
}

function worksFailing(works: readonly string[]): PlannedCondition {
  return {
    type: 'WorksSucceeded',
    status: 'False',
    reason: 'WorksFailing',
    message: `Some works associated with this resource failed: [${works.join(
      ',',
    )}]`,
  };
}

function worksPending(works: readonly string[]): PlannedCondition {
  return {
    type: 'WorksSucceeded',
    status: 'Unknown',
    reason: 'WorksPending',
    message: `Some works associated with this resource are not ready: [${works.join(
      ',',
    )}]`,
  };
}

function worksMisplaced(works: readonly string[]): PlannedCondition {
  return {
    type: 'WorksSucceeded',
    status: 'False',
    reason: 'WorksMisplaced',
    message: `Some works associated with this resource are misplaced: [${works.join(
      ',',
    )}]`,
  };
}
