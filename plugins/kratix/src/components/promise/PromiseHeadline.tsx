import type { CompoundEntityRef } from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import type { PromiseResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay, useTexts } from '../../translation';
import { Headline } from '../headline/Headline';
import { StaleHeadline } from '../headline/StaleHeadline';
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
  const say = useSay();
  const text = describePromise(promise, title, { t, say });
  if (promise.freshness.state === 'stale') {
    return <StaleHeadline answer={promise} word={text.word} />;
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
