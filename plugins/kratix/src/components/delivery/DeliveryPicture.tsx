import type { Ref } from 'react';
import {
  isRequestSubject,
  showName,
  type DeliveryResponse,
  type DeliverySubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { DeliveryLane } from './DeliveryLane';
import { DeliveryNode } from './DeliveryNode';
import type { Lane, Opened } from './lanes';
import styles from './delivery.module.css';

/**
 * From left to right, or from top to bottom where there is little room: request, pipeline, files, Destination,
 * store. A list of lists for those who hear it.
 * @internal
 */
export function DeliveryPicture(props: {
  subject: DeliverySubject;
  lanes: readonly Lane[];
  delivery: DeliveryResponse;
  opened: Opened | undefined;
  onOpen: (opened: Opened) => void;
  pictureRef: Ref<HTMLDivElement>;
}) {
  const { subject, lanes, delivery, opened, onOpen } = props;
  const { t } = useTexts();
  const isRequest = isRequestSubject(subject);
  return (
    <div
      ref={props.pictureRef}
      role="group"
      aria-label={t('delivery.picture')}
      className={styles.picture}
    >
      <div className={styles.origin}>
        <DeliveryNode
          kind={t(isRequest ? 'delivery.request' : 'delivery.promise')}
          name={showName(isRequest ? subject.name : subject.promise)}
          detail={isRequest ? subject.promise : undefined}
        />
      </div>
      <ol className={styles.lanes}>
        {lanes.map(lane => (
          <li key={lane.key} className={styles.lane}>
            <DeliveryLane
              lane={lane}
              delivery={delivery}
              opened={opened?.lane.key === lane.key ? opened : undefined}
              onOpen={onOpen}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}
