import { Flex } from '@backstage/ui';
import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ApiProblem } from '../../api';
import { Details } from '../details/Details';
import { SandboxNotice } from '../notices/SandboxNotice';
import { PortalSilence } from '../notices/PortalSilence';
import { SectionGrid } from '../section/SectionGrid';
import { RequestAbout } from './RequestAbout';
import { RequestAsked } from './RequestAsked';
import { RequestDetails } from './RequestDetails';
import { RequestHeadline } from './RequestHeadline';
import { RequestOutputs } from './RequestOutputs';
import { RequestSteps } from './RequestSteps';

/**
 * Everything that is known about one request, the answer first.
 * @internal
 */
export function RequestStatus(props: {
  request: RequestResponse;
  receivedAtMs: number;
  problem?: ApiProblem;
}) {
  const { request, receivedAtMs, problem } = props;
  return (
    <Flex direction="column" gap="6">
      <PortalSilence
        problem={problem}
        receivedAtMs={receivedAtMs}
        platform={request.platformTitle}
      />
      <RequestHeadline request={request} />
      <RequestSteps request={request} />
      <SectionGrid>
        <RequestOutputs request={request} />
        <RequestAsked spec={request.spec} />
        <RequestAbout request={request} />
      </SectionGrid>
      <Details>
        <RequestDetails request={request} />
      </Details>
      {request.isSandbox && <SandboxNotice />}
    </Flex>
  );
}
