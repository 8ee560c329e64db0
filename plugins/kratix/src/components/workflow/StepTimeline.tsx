import type {
  PipelineRun,
  WorkflowAttempt,
  WorkflowRun,
  WorkflowState,
  WorkflowStep,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { chooseAttempt, type WorkflowChoice } from './chooseStep';
import { Lasting } from './Lasting';
import { StateMark } from './StateMark';
import { TroubleLine } from './TroubleLine';
import styles from './workflow.module.css';

interface Props {
  readonly run: WorkflowRun;
  readonly choice: WorkflowChoice;
  readonly chosen: WorkflowStep | undefined;
  readonly onChoose: (choice: WorkflowChoice) => void;
}

/**
 * The pipelines of a run with their steps, as a vertical line.
 * @internal
 */
export function StepTimeline({ run, choice, chosen, onChoose }: Props) {
  const { t } = useTexts();
  return (
    <section aria-label={t('workflow.steps')} className={styles.steps}>
      <h3 className={styles.heading}>{t('workflow.steps')}</h3>
      <ol className={styles.list}>
        {run.pipelines.map(pipeline => (
          <Pipeline
            key={pipeline.name}
            pipeline={pipeline}
            isOver={isOver(run.state)}
            attempt={chooseAttempt(pipeline, choice)}
            chosen={chosen}
            onChoose={part =>
              onChoose({ run: run.id, pipeline: pipeline.name, ...part })
            }
          />
        ))}
      </ol>
    </section>
  );
}

function Pipeline(props: {
  pipeline: PipelineRun;
  /** Of the run: what has not begun will not. */
  isOver: boolean;
  attempt: WorkflowAttempt | undefined;
  chosen: WorkflowStep | undefined;
  onChoose: (part: Pick<WorkflowChoice, 'step' | 'attempt'>) => void;
}) {
  const { pipeline, attempt, chosen, isOver: isRunOver, onChoose } = props;
  const { t } = useTexts();
  const index = attempt ? pipeline.attempts.indexOf(attempt) : -1;
  const isLast = index === pipeline.attempts.length - 1;
  const number = isLast ? {} : { attempt: index + 1 };
  return (
    <li className={styles.pipeline}>
      <div className={styles.pipelineHead}>
        <StateMark state={pipeline.state} />
        <span className={styles.rowText}>
          <span className={styles.rowTitle}>{pipeline.name}</span>
          <span className={styles.rowDetail}>
            <span>
              {t(`workflow.state.${wordFor(pipeline.state, isRunOver)}`)}
            </span>
            <Lasting
              startedAt={pipeline.startedAt}
              finishedAt={pipeline.finishedAt}
              isRunning={pipeline.state === 'running'}
            />
            {pipeline.attemptCount !== undefined &&
              pipeline.attemptCount > 1 && (
                <span>
                  {t('workflow.attempts', {
                    number: String(pipeline.attemptCount),
                  })}
                </span>
              )}
            {pipeline.nextRetryAt && (
              <span>
                {t('workflow.retryAt', {
                  time: <RelativeTime time={pipeline.nextRetryAt} />,
                })}
              </span>
            )}
          </span>
        </span>
      </div>
      {pipeline.message && <p className={styles.note}>{pipeline.message}</p>}
      {attempt?.trouble && <TroubleLine trouble={attempt.trouble} />}
      {pipeline.attempts.length > 1 && (
        <div
          role="group"
          aria-label={t('workflow.attemptsLabel', { pipeline: pipeline.name })}
          className={styles.attempts}
        >
          {pipeline.attempts.map((each, at) => (
            <button
              key={each.id}
              type="button"
              className={styles.attempt}
              aria-pressed={each === attempt}
              aria-label={t('workflow.attempt', { number: String(at + 1) })}
              onClick={() =>
                onChoose({
                  attempt: at + 1,
                  step: each.steps.find(({ isQuiet }) => !isQuiet)?.name,
                })
              }
            >
              {at + 1}
            </button>
          ))}
        </div>
      )}
      {!attempt && pipeline.state === 'succeeded' && (
        <p className={styles.note}>{t('workflow.noJob')}</p>
      )}
      <ol className={styles.line}>
        {attempt?.steps.map(step => (
          <Step
            key={step.name}
            step={step}
            isOver={isRunOver || attempt.state !== 'running'}
            isChosen={step === chosen}
            onChoose={() => onChoose({ step: step.name, ...number })}
          />
        ))}
      </ol>
    </li>
  );
}

function Step(props: {
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
              {t(`workflow.state.${wordFor(step.state, props.isOver)}`)}
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

function isOver(state: WorkflowState): boolean {
  return state === 'failed' || state === 'stopped' || state === 'succeeded';
}

/** What waits in a run that is over waits for nothing. */
function wordFor<T extends WorkflowState | WorkflowStep['state']>(
  state: T,
  isRunOver: boolean,
): T | 'skipped' {
  return isRunOver && state === 'pending' ? 'skipped' : state;
}
