import type { Condition, PlannedCondition } from '../conditions/conditions';
import {
  reconciledFailing,
  reconciledPending,
  requestConditions,
} from '../conditions/requestConditions';

/** @internal */
export interface ReconciledFacts {
  completed?: Condition;
  works?: Condition;
  reconciled?: Condition;
  isDryRun: boolean;
}

/** The Reconciled condition; undefined leaves it alone (`updateReconciledCondition`). @internal */
export function planReconciledCondition(
  facts: ReconciledFacts,
): PlannedCondition | undefined {
  const { completed, works, reconciled } = facts;
  if (completed?.status === 'False') {
    return completed.reason === 'PipelinesInProgress'
      ? unless(
          reconciled?.status === 'Unknown',
          reconciledPending('WorkflowPending'),
        )
      : unless(
          reconciled?.status === 'False' &&
            reconciled.reason === 'ConfigureWorkflowFailed',
          reconciledFailing('ConfigureWorkflowFailed'),
        );
  }
  if (works?.status === 'Unknown') {
    return unless(
      reconciled?.status === 'Unknown',
      reconciledPending('WorksPending'),
    );
  }
  if (works?.status === 'False') {
    return unless(
      reconciled?.status === 'False',
      reconciledFailing('WorksFailing'),
    );
  }
  if (completed?.status !== 'True' || works?.status !== 'True') {
    return undefined;
  }
  const wanted = facts.isDryRun
    ? requestConditions.dryRunReconciled
    : requestConditions.reconciled;
  return unless(
    reconciled?.status === 'True' && reconciled.reason === wanted.reason,
    wanted,
  );
}

function unless(
  isAlready: boolean,
  planned: PlannedCondition,
): PlannedCondition | undefined {
  return isAlready ? undefined : planned;
}
