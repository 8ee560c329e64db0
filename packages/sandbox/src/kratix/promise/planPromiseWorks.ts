import type { Condition, PlannedCondition } from '../conditions/conditions';
import type { WorksSummary } from '../work/worksSummary';
import { promiseConditions, promiseWorks } from './promiseConditions';

/** WorksSucceeded of a Promise; undefined leaves it alone (`updateWorksSucceededCondition`). @internal */
export function planPromiseWorks(
  current: Condition | undefined,
  { failing, pending, misplaced }: WorksSummary,
): PlannedCondition | undefined {
  if (failing.length > 0) {
    return current === undefined || current.status === 'True'
      ? promiseWorks('False', 'WorksFailing', failing)
      : undefined;
  }
  if (pending.length > 0) {
    return current?.status === 'Unknown'
      ? undefined
      : promiseWorks('Unknown', 'WorksPending', pending);
  }
  if (misplaced.length > 0) {
    return current?.status === 'False' && current.reason === 'WorksMisplaced'
      ? undefined
      : promiseWorks('False', 'WorksMisplaced', misplaced);
  }
  return current?.status === 'True'
    ? undefined
    : promiseConditions.worksSucceeded;
}
