import {
  showName,
  type DeliveryResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useDeliveryTexts, useTexts } from '../../translation';
import { DeliveryNode } from './DeliveryNode';
import { DeliveryPlaces } from './DeliveryPlaces';
import type { Lane, Opened } from './lanes';
import styles from './delivery.module.css';

/**
 * One row of the picture: what made some files, how many they are, and where they went.
 * @internal
 */
export function DeliveryLane(props: {
  lane: Lane;
  delivery: DeliveryResponse;
  opened: Opened | undefined;
  onOpen: (opened: Opened) => void;
}) {
  const { lane, delivery, opened, onOpen } = props;
  const { work, group } = lane;
  const { t } = useTexts();
  const describe = useDeliveryTexts();
  const text = describe(group.reason);
  const isRoot = group.directory === '' || group.directory === '.';
  return (
    <>
      <DeliveryNode
        kind={t(work.pipeline ? 'delivery.pipeline' : 'delivery.static')}
        name={
          work.pipeline
            ? showName(work.pipeline)
            : t('delivery.staticDependencies')
        }
      />
      <span aria-hidden="true" className={styles.arrow} />
      <DeliveryNode
        kind={t('delivery.work')}
        name={t('delivery.files', { count: group.filesTotal })}
        detail={
          isRoot
            ? undefined
            : t('delivery.inDirectory', {
                directory: showName(group.directory),
              })
        }
        isOpen={opened?.part === 'files'}
        onOpen={() => onOpen({ lane, part: 'files' })}
      />
      <span aria-hidden="true" className={styles.arrow} />
      {group.placements.length > 0 ? (
        <DeliveryPlaces
          lane={lane}
          delivery={delivery}
          opened={opened}
          onOpen={onOpen}
        />
      ) : (
        <DeliveryNode
          kind={t('delivery.destination')}
          name={t('delivery.nowhere')}
          detail={text.word}
          tone={text.tone}
          isOpen={opened?.part === 'place'}
          onOpen={() => onOpen({ lane, part: 'place' })}
        />
      )}
    </>
  );
}
