import { Card, CardBody } from '@backstage/ui';
import type { DeliverySubject } from '@kratix-portal/backstage-plugin-kratix-common';
import { useEvents } from '../../hooks';
import { toProblemSubject } from '../delivery/toProblemSubject';
import { PortalSilence } from '../notices/PortalSilence';
import { ProblemNotice } from '../notices/ProblemNotice';
import { CardSkeleton } from '../skeleton/CardSkeleton';
import { EventList } from './EventList';

/**
 * What the platform said about a request or a Promise lately, routine folded away.
 * @public
 */
export function EventsView({ subject }: { subject: DeliverySubject }) {
  return (
    <Card>
      <CardBody>
        <LiveEvents subject={subject} />
      </CardBody>
    </Card>
  );
}

function LiveEvents({ subject }: { subject: DeliverySubject }) {
  const live = useEvents(subject);
  switch (live.state) {
    case 'loading':
      return <CardSkeleton />;
    case 'failed':
      return (
        <ProblemNotice
          problem={live.problem}
          subject={toProblemSubject(subject)}
          onRetry={live.refresh}
        />
      );
    case 'known':
      return (
        <>
          <PortalSilence
            problem={live.problem}
            receivedAtMs={live.receivedAtMs}
            platform={subject.platform}
          />
          <EventList answer={live.value} />
        </>
      );
    default:
      return live satisfies never;
  }
}
