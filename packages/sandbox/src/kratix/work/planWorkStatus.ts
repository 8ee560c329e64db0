import type { PlannedCondition } from '../conditions/conditions';

/** How scheduling a Work went. @internal */
export interface WorkFacts {
  unscheduled: readonly string[];
  misplaced: readonly string[];
  /** WorkPlacements whose write failed. */
  failed: readonly string[];
}

/** ScheduleSucceeded and Ready of a Work (scheduler.go `updateWorkStatus`, work_controller.go). @internal */
export function planWorkConditions({
  unscheduled,
  misplaced,
  failed,
}: WorkFacts): readonly [PlannedCondition, PlannedCondition] {
  if (unscheduled.length > 0) {
    return conditions(
      'UnscheduledWorkloads',
      `No matching destination found for workloadGroups: [${unscheduled.join(
        ',',
      )}]`,
      ['UnscheduledWorkloads', 'Pending'],
    );
  }
  // Kratix's scheduler and work controller overwrite each other here; the failing write has the last word.
  if (failed.length > 0) {
    return conditions(
      'WorkplacementsFailing',
      `Workplacements failed to write: [${failed.join(',')}]`,
      ['WorkplacementsFailing', 'Failing'],
    );
  }
  if (misplaced.length > 0) {
    return conditions(
      'DestinationSelectorMismatch',
      `Target destination no longer matches destinationSelectors for workloadGroups: [${misplaced.join(
        ',',
      )}]`,
      ['Misplaced', 'Misplaced'],
    );
  }
  const reason = 'AllWorkplacementsScheduled';
  return [
    {
      type: 'ScheduleSucceeded',
      status: 'True',
      reason,
      message: 'All workplacements scheduled successfully',
    },
    { type: 'Ready', status: 'True', reason, message: 'Ready' },
  ];
}

function conditions(
  reason: string,
  message: string,
  [readyReason, readyMessage]: readonly [string, string],
): readonly [PlannedCondition, PlannedCondition] {
  return [
    { type: 'ScheduleSucceeded', status: 'False', reason, message },
    {
      type: 'Ready',
      status: 'False',
      reason: readyReason,
      message: readyMessage,
    },
  ];
}
