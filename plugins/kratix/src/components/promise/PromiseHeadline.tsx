import type { CompoundEntityRef } from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import type { PromiseResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { Headline } from '../headline/Headline';
import { describeSilence } from '../notices/describeSilence';
import { describePromise } from './describePromise';
import { OrderButton } from './OrderButton';
import { PromiseResume } from './PromiseResume';

/**
 * Whether the service can be ordered, and the button that does it.
 * @internal
 */
export function PromiseHeadline(props: {
  promise: PromiseResponse;
  title: string;
  templateRef?: CompoundEntityRef;
}) {
  const { promise, title, templateRef } = props;
  const { t } = useTexts();
  const text = describePromise(promise, title, t);
  const { freshness, platformTitle } = promise;
  if (freshness.state === 'stale') {
    const { word } = text;
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
  return (
    <Flex direction="column" gap="3">
      <Headline
        tone={text.tone}
        word={text.word}
        sentence={text.sentence}
        nextStep={text.nextStep}
        aside={
          templateRef &&
          promise.api && (
            <OrderButton
              templateRef={templateRef}
              title={title}
              isAdvisable={text.tone === 'good'}
            />
          )
        }
      />
      {promise.isPaused && <PromiseResume promiseRef={promise.ref} />}
    </Flex>
  );
}
