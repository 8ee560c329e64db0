import { useState } from 'react';
import { SearchField, Text } from '@backstage/ui';
import type { OffersResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useOffers } from '../../hooks';
import { useTexts } from '../../translation';
import { ListGaps } from '../lists/ListGaps';
import { LiveAnswer } from '../live/LiveAnswer';
import { HomeBlock } from './HomeBlock';
import { OfferCard } from './OfferCard';
import styles from './home.module.css';

/** Below this, everything is seen at once. */
const searchFrom = 7;

/**
 * What the platforms offer. Nothing where they are known to offer nothing: the platform itself says then
 * how a first service comes.
 * @internal
 */
export function OffersBlock() {
  const { t } = useTexts();
  const live = useOffers();
  const [text, setText] = useState('');
  if (
    live.state === 'known' &&
    live.value.offers.length + live.value.gaps.length === 0
  ) {
    return null;
  }
  const isLarge =
    live.state === 'known' && live.value.offers.length >= searchFrom;
  return (
    <HomeBlock
      title={t('home.offers')}
      aside={
        isLarge && (
          <SearchField
            aria-label={t('home.offersSearch')}
            placeholder={t('home.offersSearch')}
            size="small"
            className={styles.search}
            value={text}
            onChange={setText}
          />
        )
      }
    >
      <LiveAnswer
        live={live}
        subject={{
          kind: 'promise',
          name: t('home.offers'),
          platform: t('page.title'),
        }}
      >
        {offers => <Offers {...offers} text={text} />}
      </LiveAnswer>
    </HomeBlock>
  );
}

function Offers({ offers, gaps, text }: OffersResponse & { text: string }) {
  const { t } = useTexts();
  const words = text.trim().toLocaleLowerCase('en').split(/\s+/);
  const shown = offers.filter(({ title, description = '', ref }) => {
    const sought = `${title} ${description} ${ref.promise}`.toLocaleLowerCase(
      'en',
    );
    return words.every(word => sought.includes(word));
  });
  const isOnePlatform =
    new Set(offers.map(({ ref }) => ref.platform)).size === 1;
  return (
    <>
      <ListGaps gaps={gaps} />
      <ul className={styles.offers}>
        {shown.map(offer => (
          <OfferCard
            key={Object.values(offer.ref).join('/')}
            offer={offer}
            showsPlatform={!isOnePlatform}
          />
        ))}
      </ul>
      {shown.length === 0 && offers.length > 0 && (
        <Text as="p" variant="body-medium" color="secondary" role="status">
          {t('home.offersNone')}
        </Text>
      )}
    </>
  );
}
