import type { Phase, Tone } from './phase';
import { phaseMessages } from './phaseMessages';

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
 * The word for each phase in English, where there is only room for one. One vocabulary everywhere; pages
 * translate it.
 * @public
 */
export const phaseWord: Readonly<Record<Phase, string>> = phaseMessages.word;
