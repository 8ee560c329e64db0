import { Card, CardBody } from '@backstage/ui';
import type { DeliverySubject } from '@kratix-portal/backstage-plugin-kratix-common';
import { useDelivery } from '../../hooks';
import { LiveAnswer } from '../live/LiveAnswer';
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
  return (
    <div className={styles.view}>
      <LiveAnswer live={live} subject={toProblemSubject(subject)}>
        {delivery => <DeliveryContent subject={subject} delivery={delivery} />}
      </LiveAnswer>
    </div>
  );
}
