import {
  describePhase,
  type PhaseText,
  type RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime, useLanguage, useNow } from '../../time';
import { useTexts } from '../../translation';
import { Headline } from '../headline/Headline';
import { describeSilence } from '../notices/describeSilence';
import { OperationHint } from './OperationHint';
import { readWorkflowMessage } from './readWorkflowMessage';
import styles from './request.module.css';

/**
 * Where the request is, in words, and what to do now.
 * @internal
 */
export function RequestHeadline({ request }: { request: RequestResponse }) {
  const text = usePhaseText(request);
  if (request.freshness.state === 'stale') {
    return <StaleHeadline request={request} text={text} />;
  }
  const message = readWorkflowMessage(request.report, text);
  const needsHelp = text.tone !== 'good' && text.tone !== 'busy';
  return (
    <div className={styles.headline}>
      <Headline
        tone={text.tone}
        word={text.word}
        sentence={text.sentence}
        nextStep={text.nextStep}
        message={message}
      />
      {needsHelp && <OperationHint request={request} actions={text.actions} />}
    </div>
  );
}

/** A state that nobody confirms now is not the state: it is what was known last. */
function StaleHeadline(props: { request: RequestResponse; text: PhaseText }) {
  const { freshness, platformTitle } = props.request;
  const { word } = props.text;
  const { t } = useTexts();
  return (
    <Headline
      tone="unknown"
      word={t('stale.word')}
      sentence={
        freshness.confirmedAt
          ? t('stale.lastKnownDated', {
              word,
              time: <RelativeTime time={freshness.confirmedAt} />,
            })
          : t('stale.lastKnown', { word })
      }
      nextStep={describeSilence(freshness.problem?.reason, platformTitle, t)}
    />
  );
}

function usePhaseText(request: RequestResponse): PhaseText {
  const language = useLanguage();
  // The sentence holds a duration, and below a minute that ticks by the second.
  const now = useNow(1_000);
  return describePhase(request.report, {
    now: new Date(now),
    promiseTitle: request.kind,
    targetVersion: request.report.flags.availableVersion,
    formatTime: iso =>
      new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(
        Date.parse(iso),
      ),
  });
}
