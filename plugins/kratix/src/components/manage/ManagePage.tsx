import { Card, CardBody } from '@backstage/ui';
import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';
import { useOperations } from '../../hooks';
import { ProblemNotice } from '../notices/ProblemNotice';
import { CardSkeleton } from '../skeleton/CardSkeleton';
import { ManageCards } from './ManageCards';

/**
 * What can be done with one request, in whatever state it, its platform and the portal are.
 * @internal
 */
export function ManagePage({ requestRef }: { requestRef: RequestRef }) {
  const live = useOperations(requestRef);
  switch (live.state) {
    case 'loading':
      return (
        <Card>
          <CardBody>
            <CardSkeleton />
          </CardBody>
        </Card>
      );
    case 'failed':
      return (
        <Card>
          <CardBody>
            <ProblemNotice
              problem={live.problem}
              subject={{ kind: 'request', ...requestRef }}
              onRetry={live.refresh}
            />
          </CardBody>
        </Card>
      );
    case 'known':
      return (
        <ManageCards
          requestRef={requestRef}
          known={live.value}
          receivedAtMs={live.receivedAtMs}
          problem={live.problem}
          refresh={live.refresh}
        />
      );
    default:
      return live satisfies never;
  }
}
