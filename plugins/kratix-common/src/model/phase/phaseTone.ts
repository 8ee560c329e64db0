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
