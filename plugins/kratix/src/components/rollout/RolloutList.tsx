import { useState, type ComponentProps } from 'react';
import { Button } from '@backstage/ui';
import { useTexts } from '../../translation';
import { RolloutTable } from './RolloutTable';
import styles from './rollout.module.css';

/** Each row asks the catalog who owns it, and each tick draws all of them again. */
const rowsAtOnce = 50;

/**
 * The first requests, and more when they are asked for. What is not shown can be moved with all, or by its labels.
 * @internal
 */
export function RolloutList(props: ComponentProps<typeof RolloutTable>) {
  const { t } = useTexts();
  const [most, setMost] = useState(rowsAtOnce);
  const rest = props.requests.length - most;
  return (
    <>
      <RolloutTable {...props} requests={props.requests.slice(0, most)} />
      {rest > 0 && (
        <div className={styles.start}>
          <Button
            variant="secondary"
            onPress={() => setMost(most + rowsAtOnce)}
          >
            {t('rollout.showMore', { count: Math.min(rest, rowsAtOnce) })}
          </Button>
        </div>
      )}
    </>
  );
}
