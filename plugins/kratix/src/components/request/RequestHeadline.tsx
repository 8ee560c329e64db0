import { useApiHolder } from '@backstage/frontend-plugin-api';
import {
  type PhaseReport,
  type PhaseText,
  type RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixWorkflowApiRef } from '../../api';
import { useNow } from '../../time';
import { usePhases } from '../../translation';
import { Headline } from '../headline/Headline';
import { LogLink } from './LogLink';
import { OperationHint } from './OperationHint';
import { PageLinks } from './PageLinks';
import { readWorkflowMessage } from './readWorkflowMessage';
import { StaleHeadline } from '../headline/StaleHeadline';
import { useFailure, type Failure } from './useFailure';

/**
 * Where the request is, in words, and what to do now.
 * @internal
 */
export function RequestHeadline({ request }: { request: RequestResponse }) {
  const hasRuns = useApiHolder().get(kratixWorkflowApiRef) !== undefined;
  const { phase } = request.report;
  const text = usePhaseText(request, request.report);
  if (request.freshness.state === 'stale') {
    return <StaleHeadline answer={request} word={text.word} />;
  }
  return hasRuns && (phase === 'Failed' || phase === 'DeleteFailed') ? (
    <FailedHeadline request={request} />
  ) : (
    <KnownHeadline request={request} text={text} />
  );
}

/** Kratix says which pipeline failed; its last run tells which container, and in whose words. */
function FailedHeadline({ request }: { request: RequestResponse }) {
  const failure = useFailure(request.ref);
  const text = usePhaseText(request, enrichReport(request.report, failure));
  return <KnownHeadline request={request} text={text} failure={failure} />;
}

function KnownHeadline(props: {
  request: RequestResponse;
  text: PhaseText;
  failure?: Failure;
}) {
  const { request, text, failure } = props;
  const message = readWorkflowMessage(request.report, text);
  const needsHelp = text.tone !== 'good' && text.tone !== 'busy';
  // The page shows the log itself: the command that does is of no use then.
  const actions = failure
    ? text.actions.filter(action => action !== 'showLog')
    : text.actions;
  return (
    <Headline
      tone={text.tone}
      word={text.word}
      sentence={text.sentence}
      nextStep={text.nextStep}
      message={message}
      action={
        needsHelp && (
          <>
            {failure && <LogLink failure={failure} />}
            <PageLinks actions={actions} />
            <OperationHint request={request} actions={actions} />
          </>
        )
      }
    />
  );
}

function enrichReport(
  report: PhaseReport,
  failure: Failure | undefined,
): PhaseReport {
  if (!failure) {
    return report;
  }
  const { pipeline, step, attemptCount, reason } = failure;
  return {
    ...report,
    step: {
      ...{ index: 1, total: 1, ...report.step },
      pipeline: `${pipeline}/${step}`,
    },
    attempts: attemptCount ?? report.attempts,
    message: reason ?? report.message,
  };
}

function usePhaseText(
  request: RequestResponse,
  report: PhaseReport,
): PhaseText {
  const phases = usePhases();
  // The sentence holds a duration, and below a minute that ticks by the second.
  const now = useNow(1_000);
  return phases.describe(report, {
    now: new Date(now),
    promiseTitle: request.kind,
    targetVersion: report.flags.availableVersion,
  });
}
