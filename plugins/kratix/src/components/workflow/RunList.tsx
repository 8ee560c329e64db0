import type { WorkflowRun } from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { PersonLink } from '../person/PersonLink';
import { Lasting } from './Lasting';
import { StateMark } from './StateMark';
import styles from './workflow.module.css';

/**
 * The runs, newest first, each with what started it.
 * @internal
 */
export function RunList(props: {
  runs: readonly WorkflowRun[];
  chosen: WorkflowRun | undefined;
  onChoose: (run: WorkflowRun) => void;
}) {
  const { t } = useTexts();
  return (
    <nav aria-label={t('workflow.runs')} className={styles.runs}>
      <h3 className={styles.heading}>{t('workflow.runs')}</h3>
      <ol className={styles.list}>
        {props.runs.map(run => (
          <li key={run.id}>
            <button
              type="button"
              className={styles.row}
              aria-current={run === props.chosen ? 'true' : undefined}
              onClick={() => props.onChoose(run)}
            >
              <StateMark state={run.state} />
              <span className={styles.rowText}>
                <span className={styles.rowTitle}>
                  {t(`workflow.origin.${run.origin?.type ?? 'unknown'}`)}
                </span>
                <span className={styles.rowDetail}>
                  <span>{t(`workflow.state.${run.state}`)}</span>
                  <Lasting
                    startedAt={run.startedAt}
                    finishedAt={run.finishedAt}
                    isRunning={run.state === 'running'}
                  />
                  {run.startedAt && <RelativeTime time={run.startedAt} />}
                </span>
              </span>
            </button>
            {run.origin?.by && run === props.chosen && (
              <span className={styles.by}>
                <PersonLink person={run.origin.by} />
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
