import { findCondition } from '../condition';
import type { Work, WorkPlacement } from '../delivery';
import type { PhaseContext } from './phaseContext';
import type { ResourceRequest } from '../resourceRequest';
import { kratixLabels } from '../../names/keys';

/**
 * Whether Kratix said that the Promise takes no requests now, and the Promise does not say otherwise: after
 * an edit of the Promise every request keeps the condition for up to a minute after the Promise is available
 * again (docs/kratix-observed.md, 29).
 * @internal
 */
export function isPromiseUnavailable(
  request: ResourceRequest,
  { promise }: PhaseContext,
): boolean {
  const said = findCondition(request.status.conditions, 'PromiseAvailable');
  return said?.status === 'False' && promise?.availability !== 'available';
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
