import type {
  WorkflowState,
  WorkflowStep,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ToneIcon } from '../tone/ToneIcon';
import { stateTone } from './stateTone';
import styles from './workflow.module.css';

/**
 * A state as colour and shape; the word stands beside it.
 * @internal
 */
export function StateMark(props: {
  state: WorkflowState | WorkflowStep['state'];
  hasTrouble?: boolean;
}) {
  const tone = props.hasTrouble ? 'bad' : stateTone[props.state];
  return tone ? (
    <ToneIcon tone={tone} size="small" />
  ) : (
    <span aria-hidden="true" className={styles.toDo} />
  );
}
