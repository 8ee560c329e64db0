import type { WorkflowTrouble } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import styles from './workflow.module.css';

/**
 * What keeps something from working, in our words and, behind them, Kubernetes' own.
 * @internal
 */
export function TroubleLine({ trouble }: { trouble: WorkflowTrouble }) {
  const { t } = useTexts();
  return (
    <p className={styles.trouble}>
      {t(`workflow.trouble.${trouble.kind}`)} ({trouble.reason})
      {trouble.message && (
        <span className={styles.says}>{trouble.message}</span>
      )}
    </p>
  );
}
