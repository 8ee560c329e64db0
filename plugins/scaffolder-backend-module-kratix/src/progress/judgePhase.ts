import type { Phase } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What a phase means for somebody who waits for a request to be ready.
 *
 * - `ready`: there is nothing more to wait for.
 * - `person`: it goes on only when somebody does something.
 * - `failed`: it does not go on by itself.
 * - `waiting`: it may become ready by itself.
 * @internal
 */
export type WaitVerdict = 'ready' | 'person' | 'failed' | 'waiting';

/** @internal */
export function judgePhase(phase: Phase): WaitVerdict {
  return verdicts[phase];
}

const verdicts: Readonly<Record<Phase, WaitVerdict>> = {
  Ready: 'ready',
  // Set up; how well it is doing since then is another question.
  Degraded: 'ready',
  Unhealthy: 'ready',
  DryRun: 'ready',
  Suspended: 'person',
  Paused: 'person',
  Failed: 'failed',
  Deleting: 'failed',
  DeleteFailed: 'failed',
  DeleteSuspended: 'failed',
  Pending: 'waiting',
  WaitingForPromise: 'waiting',
  Running: 'waiting',
  Upgrading: 'waiting',
  Scheduling: 'waiting',
  // Kratix tries these again by itself, every minute or when a Destination changes (kratix-domain 4).
  Unschedulable: 'waiting',
  Misplaced: 'waiting',
  WriteFailed: 'waiting',
};
