import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { ProblemList } from '../problems/ProblemList';
import { Section } from '../section/Section';

/**
 * What of the request the catalog and this page do not show as its author meant it, and how to mend it.
 * @internal
 */
export function RequestProblems({
  problems = [],
}: Pick<RequestResponse, 'problems'>) {
  const { t } = useTexts();
  return problems.length === 0 ? null : (
    <Section title={t('request.problems')}>
      <ProblemList problems={problems} />
    </Section>
  );
}
