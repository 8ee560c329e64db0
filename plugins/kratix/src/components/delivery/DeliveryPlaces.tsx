import {
  showName,
  type DeliveryPlacement,
  type DeliveryResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useDeliveryTexts, useTexts } from '../../translation';
import { readinessTone } from '../destinations/readinessTone';
import { DeliveryNode } from './DeliveryNode';
import { findStore } from './findStore';
import type { Lane, Opened } from './lanes';
import styles from './delivery.module.css';

/**
 * Every Destination that one part went to, each with its store.
 * @internal
 */
export function DeliveryPlaces(props: {
  lane: Lane;
  delivery: DeliveryResponse;
  opened: Opened | undefined;
  onOpen: (opened: Opened) => void;
}) {
  const { lane, delivery, opened, onOpen } = props;
  const { t } = useTexts();
  const describe = useDeliveryTexts();
  const isOpen = (part: Opened['part'], { name }: DeliveryPlacement) =>
    opened?.part === part && opened.placement?.name === name;
  return (
    <ul className={styles.places}>
      {lane.group.placements.map(placement => {
        const text = describe(placement.reason);
        const { store, readiness } = findStore(delivery, placement);
        // A store stays ready for a while although it refuses (docs/kratix-observed.md, 35).
        const isRefusing = placement.reason.code === 'writeFails';
        return (
          <li key={placement.name} className={styles.place}>
            <DeliveryNode
              kind={t('delivery.destination')}
              name={showName(placement.destination)}
              detail={text.word}
              tone={text.tone}
              isOpen={isOpen('place', placement)}
              onOpen={() => onOpen({ lane, part: 'place', placement })}
            />
            <span aria-hidden="true" className={styles.arrow} />
            <DeliveryNode
              kind={t('delivery.store')}
              name={store ? showName(store.name) : t('delivery.storeUnknown')}
              detail={
                isRefusing
                  ? t('delivery.refuses')
                  : t(`readiness.${readiness.state}`)
              }
              tone={isRefusing ? 'bad' : readinessTone[readiness.state]}
              isOpen={isOpen('store', placement)}
              onOpen={() => onOpen({ lane, part: 'store', placement })}
            />
          </li>
        );
      })}
    </ul>
  );
}
