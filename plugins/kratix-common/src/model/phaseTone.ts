import type { Phase, Tone } from './phase';

/**
 * How each phase looks. Colour never stands alone: show it with the word and an icon.
 * @public
 */
export const phaseTone: Readonly<Record<Phase, Tone>> = {
  Pending: 'busy',
  WaitingForPromise: 'waiting',
  Running: 'busy',
  Upgrading: 'busy',
  Suspended: 'waiting',
  Paused: 'paused',
  Failed: 'bad',
  Scheduling: 'busy',
  Unschedulable: 'bad',
  Misplaced: 'bad',
  WriteFailed: 'bad',
  Ready: 'good',
  Degraded: 'bad',
  Unhealthy: 'bad',
  Deleting: 'busy',
  DeleteFailed: 'bad',
  DeleteSuspended: 'waiting',
  DryRun: 'unknown',
};

/**
 * The word for each phase where there is only room for one: tables, filters, counts. One vocabulary
 * everywhere.
 * @public
 */
export const phaseWord: Readonly<Record<Phase, string>> = {
  Pending: 'Waiting to start',
  WaitingForPromise: 'Service not available',
  Running: 'Setting up',
  Upgrading: 'Upgrading',
  Suspended: 'Waiting for approval',
  Paused: 'Paused',
  Failed: 'Failed',
  Scheduling: 'Delivering',
  Unschedulable: 'Nowhere to go',
  Misplaced: 'In the wrong place',
  WriteFailed: 'Cannot be written',
  Ready: 'Ready',
  Degraded: 'Degraded',
  Unhealthy: 'Unhealthy',
  Deleting: 'Being removed',
  DeleteFailed: 'Removal stuck',
  DeleteSuspended: 'Removal waiting',
  DryRun: 'Preview',
};
