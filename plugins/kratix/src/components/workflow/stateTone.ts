import type {
  Tone,
  WorkflowState,
  WorkflowStep,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The tone of a state; undefined for what is yet to come.
 * @internal
 */
export const stateTone: Record<
  WorkflowState | WorkflowStep['state'],
  Tone | undefined
> = {
  pending: undefined,
  waiting: 'waiting',
  running: 'busy',
  suspended: 'waiting',
  succeeded: 'good',
  failed: 'bad',
  stopped: 'paused',
  unknown: 'unknown',
};
