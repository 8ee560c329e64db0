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
import { Step } from './Step';
import { stateWord } from './stateWord';
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
      <PipelineHead pipeline={pipeline} isOver={isRunOver} />
      {pipeline.message && <p className={styles.note}>{pipeline.message}</p>}
      {attempt?.trouble && <TroubleLine trouble={attempt.trouble} />}
      {pipeline.attempts.length > 1 && (
        <Attempts pipeline={pipeline} chosen={attempt} onChoose={onChoose} />
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

function PipelineHead(props: { pipeline: PipelineRun; isOver: boolean }) {
  const { pipeline } = props;
  const { t } = useTexts();
  return (
    <div className={styles.pipelineHead}>
      <StateMark state={pipeline.state} />
      <span className={styles.rowText}>
        <span className={styles.rowTitle}>{pipeline.name}</span>
        <span className={styles.rowDetail}>
          <span>
            {t(`workflow.state.${stateWord(pipeline.state, props.isOver)}`)}
          </span>
          <Lasting
            startedAt={pipeline.startedAt}
            finishedAt={pipeline.finishedAt}
            isRunning={pipeline.state === 'running'}
          />
          {pipeline.attemptCount !== undefined && pipeline.attemptCount > 1 && (
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
  );
}

function Attempts(props: {
  pipeline: PipelineRun;
  chosen: WorkflowAttempt | undefined;
  onChoose: (part: Pick<WorkflowChoice, 'step' | 'attempt'>) => void;
}) {
  const { pipeline, chosen, onChoose } = props;
  const { t } = useTexts();
  return (
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
          aria-pressed={each === chosen}
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
  );
}

function isOver(state: WorkflowState): boolean {
  return state === 'failed' || state === 'stopped' || state === 'succeeded';
}
