import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { toFacts } from '../../values';
import { FactRows } from '../facts/FactRows';
import { Section } from '../section/Section';

/**
 * What was asked for, as a person would say it.
 * @internal
 */
export function RequestAsked({
  spec,
  secretPaths,
  fieldTitles,
}: Pick<RequestResponse, 'spec' | 'secretPaths' | 'fieldTitles'>) {
  const { t } = useTexts();
  const facts = useMemo(
    () => toFacts(spec, { secretPaths, fieldTitles }),
    [spec, secretPaths, fieldTitles],
  );
  return (
    <Section title={t('request.asked')}>
      {facts.length > 0 ? (
        <FactRows facts={facts} />
      ) : (
        <Text as="p" variant="body-medium" color="secondary">
          {t('request.askedNothing')}
        </Text>
      )}
    </Section>
  );
}
