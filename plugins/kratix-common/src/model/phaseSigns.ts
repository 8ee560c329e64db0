import { findCondition } from './condition';
import type { Work, WorkPlacement } from './delivery';
import type { ResourceRequest } from './resourceRequest';
import { kratixLabels } from '../names/keys';

/**
 * Whether Kratix said that the Promise takes no requests now.
 * @internal
 */
export function isPromiseUnavailable(request: ResourceRequest): boolean {
  return (
    findCondition(request.status.conditions, 'PromiseAvailable')?.status ===
    'False'
  );
}

/**
 * Whether a label asks for a run that has not begun: Kratix removes it when the Job is created.
 * @internal
 */
export function isQueued({ labels }: ResourceRequest): boolean {
  return (
    labels[kratixLabels.manualReconciliation] === 'true' ||
    labels[kratixLabels.runFromStart] === 'true'
  );
}

/**
 * Whether no Destination matches some part of a Work.
 * @internal
 */
export function isUnschedulable(work: Work): boolean {
  const scheduled = findCondition(work.conditions, 'ScheduleSucceeded');
  return (
    scheduled?.status === 'False' && scheduled.reason === 'UnscheduledWorkloads'
  );
}

/**
 * Whether the files of a placement could not be written to its state store.
 * @internal
 */
export function isWriteFailing(placement: WorkPlacement): boolean {
  return (
    findCondition(placement.conditions, 'WriteSucceeded')?.status === 'False'
  );
}
