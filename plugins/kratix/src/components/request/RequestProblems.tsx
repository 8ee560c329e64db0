import type { RequestResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay, useTexts } from '../../translation';
import { mendingOf } from '../notices/mendingOf';
import { Section } from '../section/Section';
import styles from './request.module.css';

/**
 * What of the request the catalog and this page do not show as its author meant it, and how to mend it.
 * @internal
 */
export function RequestProblems({
  problems = [],
}: Pick<RequestResponse, 'problems'>) {
  const { t } = useTexts();
  const say = useSay();
  return problems.length === 0 ? null : (
    <Section title={t('request.problems')}>
      <ul className={styles.problems}>
        {problems.map((problem, index) => (
          <li key={`${index} ${problem.code}`}>
            {say(problem.wording, problem.message)}{' '}
            <span className={styles.muted}>{mendingOf(problem, t)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
