import type { WorkflowStep } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { Lasting } from './Lasting';
import { StateMark } from './StateMark';
import { stateWord } from './stateWord';
import { TroubleLine } from './TroubleLine';
import styles from './workflow.module.css';

/**
 * One container of a pipeline, to be chosen.
 * @internal
 */
export function Step(props: {
  step: WorkflowStep;
  isOver: boolean;
  isChosen: boolean;
  onChoose: () => void;
}) {
  const { step, isChosen, onChoose } = props;
  const { t } = useTexts();
  return (
    <li>
      <button
        type="button"
        className={[styles.row, step.isQuiet ? styles.quiet : ''].join(' ')}
        aria-current={isChosen ? 'true' : undefined}
        title={step.image}
        onClick={onChoose}
      >
        <StateMark state={step.state} hasTrouble={step.trouble !== undefined} />
        <span className={styles.rowText}>
          <span className={styles.rowTitle}>{step.name}</span>
          <span className={styles.rowDetail}>
            <span>
              {t(`workflow.state.${stateWord(step.state, props.isOver)}`)}
            </span>
            {step.state !== 'pending' && (
              <Lasting
                startedAt={step.startedAt}
                finishedAt={step.finishedAt}
                isRunning={step.state === 'running'}
              />
            )}
            {step.exitCode !== undefined && step.exitCode !== 0 && (
              <span>
                {t('workflow.exitCode', { code: String(step.exitCode) })}
              </span>
            )}
            {step.restarts > 0 && (
              <span>
                {t('workflow.restarts', { number: String(step.restarts) })}
              </span>
            )}
            {step.isQuiet && <span>{t('workflow.quiet')}</span>}
          </span>
        </span>
      </button>
      {step.trouble && <TroubleLine trouble={step.trouble} />}
    </li>
  );
}
