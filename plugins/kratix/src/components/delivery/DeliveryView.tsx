import { Card, CardBody } from '@backstage/ui';
import type { DeliverySubject } from '@kratix-portal/backstage-plugin-kratix-common';
import { useDelivery } from '../../hooks';
import { PortalSilence } from '../notices/PortalSilence';
import { ProblemNotice } from '../notices/ProblemNotice';
import { CardSkeleton } from '../skeleton/CardSkeleton';
import { DeliveryContent } from './DeliveryContent';
import { toProblemSubject } from './toProblemSubject';
import styles from './delivery.module.css';

/**
 * Where the files of a request, or of a Promise itself, went, as a picture: every part can be opened.
 * @public
 */
export function DeliveryView({ subject }: { subject: DeliverySubject }) {
  return (
    <Card>
      <CardBody>
        <LiveDelivery subject={subject} />
      </CardBody>
    </Card>
  );
}

function LiveDelivery({ subject }: { subject: DeliverySubject }) {
  const live = useDelivery(subject);
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
        <div className={styles.view}>
          <PortalSilence
            problem={live.problem}
            receivedAtMs={live.receivedAtMs}
            platform={subject.platform}
          />
          <DeliveryContent subject={subject} delivery={live.value} />
        </div>
      );
    default:
      return live satisfies never;
  }
}
