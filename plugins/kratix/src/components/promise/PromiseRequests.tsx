import { Text } from '@backstage/ui';
import type { PromiseResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { PhaseCounts } from '../counts/PhaseCounts';
import { Section } from '../section/Section';

/**
 * How many have ordered it, and how they fare.
 * @internal
 */
export function PromiseRequests({ phases }: Pick<PromiseResponse, 'phases'>) {
  const { t } = useTexts();
  return (
    <Section title={t('promise.requests')}>
      {phases && Object.keys(phases).length > 0 ? (
        <PhaseCounts counts={phases} />
      ) : (
        <Text as="p" variant="body-medium" color="secondary">
          {t(phases ? 'promise.noRequests' : 'promise.requestsUnknown')}
        </Text>
      )}
    </Section>
  );
}
