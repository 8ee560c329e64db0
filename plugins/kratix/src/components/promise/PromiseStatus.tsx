import type { CompoundEntityRef } from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import type { PromiseResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { Details } from '../details/Details';
import { SandboxNotice } from '../notices/SandboxNotice';
import { SectionGrid } from '../section/SectionGrid';
import { StepLine } from '../steps/StepLine';
import { PromiseAbout } from './PromiseAbout';
import { PromiseDetails } from './PromiseDetails';
import { PromiseHeadline } from './PromiseHeadline';
import { PromiseOffer } from './PromiseOffer';

/**
 * Everything that is known about one service: can it be ordered, and if not, why.
 * @internal
 */
export function PromiseStatus(props: {
  promise: PromiseResponse;
  title: string;
  templateRef?: CompoundEntityRef;
}) {
  const { promise, title, templateRef } = props;
  // The workflow of a service that is ready is of no interest to those who order.
  const showsSteps =
    promise.availability !== 'available' && promise.pipelines.length > 0;
  return (
    <Flex direction="column" gap="6">
      <PromiseHeadline
        promise={promise}
        title={title}
        templateRef={templateRef}
      />
      {showsSteps && (
        <StepLine
          pipelines={promise.pipelines}
          isLive={promise.freshness.state === 'live'}
        />
      )}
      <SectionGrid>
        <PromiseOffer promise={promise}>
          <PromiseAbout promise={promise} />
        </PromiseOffer>
      </SectionGrid>
      <Details>
        <PromiseDetails promise={promise} />
      </Details>
      {promise.isSandbox && <SandboxNotice />}
    </Flex>
  );
}
