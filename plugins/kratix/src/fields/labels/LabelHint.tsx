import { Text } from '@backstage/ui';
import { ToneIcon } from '../../components/tone/ToneIcon';
import fieldStyles from '../fields.module.css';
import styles from './labels.module.css';

/**
 * Where labels lead, below the field. A warning is told by its sign: text in its colour is hard to read.
 * @internal
 */
export function LabelHint(props: {
  readonly text: string;
  readonly isWarning: boolean;
}) {
  const { text, isWarning } = props;
  return (
    <div className={fieldStyles.hint} aria-live="polite">
      <span className={styles.lead}>
        {isWarning && <ToneIcon tone="waiting" size="small" isStill />}
        <Text
          as="span"
          variant="body-small"
          color={isWarning ? 'primary' : 'secondary'}
        >
          {text}
        </Text>
      </span>
    </div>
  );
}
