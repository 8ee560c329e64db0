import { Card, CardBody } from '@backstage/ui';
import type {
  WorkflowRunsResponse,
  WorkflowSubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useWorkflowRuns } from '../../hooks';
import { useTexts } from '../../translation';
import { Headline } from '../headline/Headline';
import { LiveAnswer } from '../live/LiveAnswer';
import { chooseRun, chooseStep } from './chooseStep';
import { LogPane } from './LogPane';
import { RunList } from './RunList';
import { StepTimeline } from './StepTimeline';
import { useWorkflowChoice } from './useWorkflowChoice';
import styles from './workflow.module.css';

/**
 * How the workflow of a request, or a Promise's own, ran and runs: runs, steps and logs.
 * @internal
 */
export function WorkflowView({ subject }: { subject: WorkflowSubject }) {
  const live = useWorkflowRuns(subject);
  const name = subject.type === 'request' ? subject.name : subject.promise;
  return (
    <div className={styles.root}>
      <LiveAnswer
        live={live}
        subject={{ kind: subject.type, name, platform: subject.platform }}
      >
        {response => (
          <Runs subject={subject} response={response} refresh={live.refresh} />
        )}
      </LiveAnswer>
    </div>
  );
}

function Runs(props: {
  subject: WorkflowSubject;
  response: WorkflowRunsResponse;
  refresh: () => void;
}) {
  const { subject, response, refresh } = props;
  const { t } = useTexts();
  const { choice, choose, linkTo } = useWorkflowChoice();
  const run = chooseRun(response.runs, choice);
  if (!run) {
    return (
      <Card>
        <CardBody>
          <Headline
            tone="unknown"
            word={t(`workflow.${subject.type}None`)}
            sentence={t(`workflow.${subject.type}NoneText`)}
          />
        </CardBody>
      </Card>
    );
  }
  const chosen = chooseStep(run, choice);
  return (
    <div className={styles.layout}>
      <div>
        <RunList
          runs={response.runs}
          chosen={run}
          onChoose={next => choose({ run: next.id })}
        />
        {!response.isComplete && (
          <p className={styles.note}>{t('workflow.incomplete')}</p>
        )}
      </div>
      <StepTimeline
        run={run}
        choice={choice}
        chosen={chosen?.step}
        onChoose={choose}
      />
      <div className={styles.log}>
        {chosen ? (
          <LogPane
            key={`${chosen.attempt.id}/${chosen.step.name}`}
            subject={subject}
            chosen={chosen}
            choice={choice}
            onChoose={choose}
            linkTo={linkTo}
            onEnd={refresh}
          />
        ) : (
          <p className={styles.note}>{t('log.choose')}</p>
        )}
      </div>
    </div>
  );
}
