import { Flex } from '@backstage/ui';
import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { Details } from '../details/Details';
import { SandboxNotice } from '../notices/SandboxNotice';
import { SectionGrid } from '../section/SectionGrid';
import { RequestAbout } from './RequestAbout';
import { RequestAsked } from './RequestAsked';
import { RequestDetails } from './RequestDetails';
import { RequestHeadline } from './RequestHeadline';
import { RequestProblems } from './RequestProblems';
import { RequestOutputs } from './RequestOutputs';
import { RequestSteps } from './RequestSteps';

/**
 * Everything that is known about one request, the answer first.
 * @internal
 */
export function RequestStatus({ request }: { request: RequestResponse }) {
  return (
    <Flex direction="column" gap="6">
      <RequestHeadline request={request} />
      <RequestSteps request={request} />
      <SectionGrid>
        <RequestOutputs request={request} />
        <RequestAsked
          spec={request.spec}
          secretPaths={request.secretPaths}
          fieldTitles={request.fieldTitles}
        />
        <RequestAbout request={request} />
      </SectionGrid>
      <RequestProblems problems={request.problems} />
      <Details>
        <RequestDetails request={request} />
      </Details>
      {request.isSandbox && <SandboxNotice />}
    </Flex>
  );
}
