import { Text } from '@backstage/ui';
import type { DeliveryResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { readinessTone } from '../destinations/readinessTone';
import { Headline } from '../headline/Headline';
import { DeliveryFacts } from './DeliveryFacts';
import { findStore } from './findStore';
import type { Opened } from './lanes';
import styles from './delivery.module.css';

/**
 * The store behind a placement: where it is, and whether it can be used.
 * @internal
 */
export function StorePanel(props: {
  delivery: DeliveryResponse;
  opened: Opened;
}) {
  const { delivery, opened } = props;
  const { t } = useTexts();
  if (!opened.placement) {
    return <Text variant="body-medium">{t('delivery.storeUnknown')}</Text>;
  }
  const { store, readiness } = findStore(delivery, opened.placement);
  return (
    <div className={styles.panelBody}>
      <Headline
        tone={readinessTone[readiness.state]}
        word={t(`readiness.${readiness.state}`)}
        sentence={
          readiness.state === 'ready'
            ? t('delivery.checkedOnly')
            : readiness.message
        }
      />
      <DeliveryFacts
        facts={[
          ['kind', store?.kind],
          ['location', store?.location],
          ['branch', store?.branch],
          ['path', opened.placement.storePath],
        ]}
      />
    </div>
  );
}
