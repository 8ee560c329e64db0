import { useMemo } from 'react';
import { Text } from '@backstage/ui';
import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { sortByUse, toFacts } from '../../values';
import { FactRows } from '../facts/FactRows';
import { Section } from '../section/Section';

/**
 * What people came for: links, addresses and the names of Secrets that the workflow reported.
 * @internal
 */
export function RequestOutputs({ request }: { request: RequestResponse }) {
  const { t } = useTexts();
  const { outputs, report } = request;
  const facts = useMemo(() => sortByUse(toFacts(outputs)), [outputs]);
  const emptyText =
    report.phase === 'Ready' ? 'request.nothing' : 'request.nothingYet';
  return (
    <Section title={t('request.useIt')}>
      {facts.length > 0 ? (
        <FactRows facts={facts} />
      ) : (
        <Text as="p" variant="body-medium" color="secondary">
          {t(emptyText)}
        </Text>
      )}
    </Section>
  );
}
