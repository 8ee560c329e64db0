import { parseEntityRef } from '@backstage/catalog-model';
import { Card, CardBody, Text } from '@backstage/ui';
import type { Offer } from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay, useTexts } from '../../translation';
import { EntityName } from '../entity/EntityName';
import { describePromise } from '../promise/describePromise';
import { OrderButton } from '../promise/OrderButton';
import { ToneIcon } from '../tone/ToneIcon';
import { ToneCounts } from '../counts/ToneCounts';
import styles from './home.module.css';

/**
 * One service: what it is, whether it can be ordered, how its requests fare, and the button that orders.
 * @internal
 */
export function OfferCard(props: { offer: Offer; showsPlatform: boolean }) {
  const { offer, showsPlatform } = props;
  const { t } = useTexts();
  const say = useSay();
  const state = describePromise(offer, offer.title, { t, say });
  const isGood = state.tone === 'good' && !offer.isStale;
  return (
    <li>
      <Card className={styles.offer}>
        <CardBody>
          <div className={styles.offerBody}>
            <div className={styles.offerHead}>
              <ToneIcon tone={offer.isStale ? 'unknown' : state.tone} isStill />
              <div className={styles.words}>
                <EntityName
                  entityRef={offer.entityRef}
                  title={offer.title}
                  className={styles.name}
                />
                <span className={styles.context}>
                  {[
                    offer.isStale ? t('stale.word') : state.word,
                    ...(offer.version ? [offer.version] : []),
                    ...(showsPlatform ? [offer.platformTitle] : []),
                  ].join(' · ')}
                </span>
              </div>
            </div>
            <Text
              as="p"
              variant="body-small"
              color="secondary"
              className={styles.description}
            >
              {isGood ? offer.description : state.sentence}
            </Text>
            <div className={styles.offerFoot}>
              <ToneCounts phases={offer.phases} />
              {offer.templateRef && (
                <OrderButton
                  templateRef={parseEntityRef(offer.templateRef)}
                  title={offer.title}
                  isAdvisable={false}
                />
              )}
            </div>
          </div>
        </CardBody>
      </Card>
    </li>
  );
}
