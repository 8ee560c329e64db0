import { Skeleton, Text, VisuallyHidden } from '@backstage/ui';
import type { DestinationsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useDestinations } from '../../hooks';
import { useSay, useTexts } from '../../translation';
import { Section } from '../section/Section';
import { DestinationRow } from './DestinationRow';
import { ReadinessList } from './ReadinessList';
import { StoreRow } from './StoreRow';
import styles from './destinations.module.css';

/**
 * Where one platform delivers to: its Destinations and stores, and whether each can be used.
 * @internal
 */
export function WhereItGoes({ platform }: { platform: string }) {
  const live = useDestinations(platform);
  const { t } = useTexts();
  const say = useSay();
  switch (live.state) {
    case 'loading':
      return (
        <div aria-busy="true">
          <VisuallyHidden role="status">
            {t('destinations.loading')}
          </VisuallyHidden>
          <Skeleton width="100%" height={72} />
        </div>
      );
    case 'failed':
      return (
        <Section title={t('destinations.title')}>
          <Text as="p" variant="body-medium" color="secondary">
            {t('destinations.unknown', {
              reason: say(live.problem.wording, live.problem.message),
            })}
          </Text>
        </Section>
      );
    case 'known':
      return <Known answer={live.value} />;
    default:
      return live satisfies never;
  }
}

function Known({ answer }: { answer: DestinationsResponse }) {
  const { destinations, stores, problems } = answer;
  const { t } = useTexts();
  const reason = problems[0]?.message ?? '';
  return (
    <div className={styles.columns}>
      <Section title={t('destinations.destinations')}>
        <ReadinessList
          items={destinations}
          reason={reason}
          empty={t('destinations.empty')}
          render={destination => (
            <DestinationRow key={destination.name} destination={destination} />
          )}
        />
      </Section>
      <Section title={t('destinations.stores')}>
        <ReadinessList
          items={stores}
          reason={reason}
          empty={t('destinations.noStores')}
          render={store => (
            <StoreRow key={`${store.kind}/${store.name}`} store={store} />
          )}
        />
      </Section>
    </div>
  );
}
