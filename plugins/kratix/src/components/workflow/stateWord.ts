import type {
  WorkflowState,
  WorkflowStep,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Which word stands for a state: what waits in a run that is over waits for nothing.
 * @internal
 */
export function stateWord<T extends WorkflowState | WorkflowStep['state']>(
  state: T,
  isRunOver: boolean,
): T | 'skipped' {
  return isRunOver && state === 'pending' ? 'skipped' : state;
}
