import { Card, CardBody, Flex } from '@backstage/ui';
import type { DeliverySubject } from '@kratix-portal/backstage-plugin-kratix-common';
import { useEvents } from '../../hooks';
import { toProblemSubject } from '../delivery/toProblemSubject';
import { LiveAnswer } from '../live/LiveAnswer';
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
  return (
    <Flex direction="column" gap="5">
      <LiveAnswer live={live} subject={toProblemSubject(subject)}>
        {answer => <EventList answer={answer} />}
      </LiveAnswer>
    </Flex>
  );
}
