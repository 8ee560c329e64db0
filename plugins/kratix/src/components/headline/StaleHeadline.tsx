import type {
  PromiseResponse,
  RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { Headline } from './Headline';
import { describeSilence } from '../notices/describeSilence';

/**
 * A state that nobody confirms now is not the state: it is what was known last.
 * @internal
 */
export function StaleHeadline(props: {
  answer: RequestResponse | PromiseResponse;
  word: string;
}) {
  const { freshness, platformTitle } = props.answer;
  const { word } = props;
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
