import type { PipelineStatus } from '@kratix-portal/backstage-plugin-kratix-common';
import { Duration, Elapsed, RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import { deriveSteps, type Step } from './deriveSteps';
import styles from './StepLine.module.css';

/**
 * The workflow as a line of steps: what is done, what runs, what comes.
 * @internal
 */
export function StepLine(props: {
  pipelines: readonly PipelineStatus[];
  /** False where nobody confirms the state: then nothing ticks. */
  isLive: boolean;
}) {
  const { t } = useTexts();
  const steps = deriveSteps(props.pipelines);
  return (
    <div className={styles.root}>
      <ol className={styles.line} aria-label={t('step.lineLabel')}>
        {steps.map((step, index) => (
          <li
            key={step.name}
            className={styles.step}
            aria-current={step.phase === 'Running' ? 'step' : undefined}
          >
            <span className={styles.mark}>
              {step.isToDo ? (
                <span aria-hidden="true" className={styles.toDo}>
                  {index + 1}
                </span>
              ) : (
                <ToneIcon tone={step.tone} />
              )}
            </span>
            <span className={styles.text}>
              <span className={styles.name} title={step.name}>
                {step.name}
              </span>
              <span className={styles.state}>
                <StepState step={step} isLive={props.isLive} />
              </span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

function StepState({ step, isLive }: { step: Step; isLive: boolean }) {
  const { t } = useTexts();
  return (
    <>
      {t(`step.${step.phase}`)}
      {step.durationMs !== undefined && (
        <>
          {' '}
          · <Duration ms={step.durationMs} />
        </>
      )}
      {isLive && step.runningSince && (
        <>
          {' '}
          · <Elapsed since={step.runningSince} />
        </>
      )}
      {step.attempts !== undefined && step.attempts > 1 && (
        <> · {t('step.attempt', { number: String(step.attempts) })}</>
      )}
      {step.nextRetryAt && (
        <>
          {' '}
          ·{' '}
          {t('step.again', { time: <RelativeTime time={step.nextRetryAt} /> })}
        </>
      )}
    </>
  );
}
