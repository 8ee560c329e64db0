import type { PlannedCondition } from '../conditions/conditions';

/** The conditions of Promises in Kratix's words (internal/controller/promise_controller.go). @internal */
export const promiseConditions = {
  available: {
    type: 'Available',
    status: 'True',
    reason: 'PromiseAvailable',
    message: 'Ready to fulfil resource requests',
  },
  unavailable: {
    type: 'Available',
    status: 'False',
    reason: 'PromiseUnavailable',
    message: 'Cannot fulfil resource requests',
  },
  availablePaused: {
    type: 'Available',
    status: 'False',
    reason: 'PausedReconciliation',
    message: 'Paused',
  },
  availableSuspended: {
    type: 'Available',
    status: 'False',
    reason: 'WorkflowSuspended',
    message: 'Suspended',
  },
  worksSucceeded: {
    type: 'WorksSucceeded',
    status: 'True',
    reason: 'WorksSucceeded',
    message: 'All works associated with this promise are ready',
  },
} as const satisfies Record<string, PlannedCondition>;

/** @internal */
export function promiseWorks(
  status: 'False' | 'Unknown',
  reason: 'WorksFailing' | 'WorksPending' | 'WorksMisplaced',
  works: readonly string[],
): PlannedCondition {
  const what = reason === 'WorksMisplaced' ? 'misplaced' : 'not ready';
  return {
    type: 'WorksSucceeded',
    status,
    reason,
    message: `Some works associated with this promise are ${what}: [${works.join(
      ' ',
    )}]`,
  };
}
