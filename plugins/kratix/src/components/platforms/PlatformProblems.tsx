import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { PlatformSummary } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import styles from './platforms.module.css';

/** The backend sends no more than this (`platformSummarySchema`). */
const maximumSent = 100;

/**
 * Objects that could not be understood, each with its reason. Each costs only itself.
 * @internal
 */
export function PlatformProblems({
  problems,
}: Pick<PlatformSummary, 'problems'>) {
  const { t } = useTexts();
  if (problems.length === 0) {
    return null;
  }
  return (
    <Accordion defaultExpanded={problems.length <= 3}>
      <AccordionTrigger
        title={t('platform.problems', { count: problems.length })}
      />
      <AccordionPanel>
        <ul className={styles.problems}>
          {problems.map((problem, index) => (
            <li
              key={`${index} ${problem.kind} ${problem.name} ${problem.code}`}
            >
              <strong>
                {problem.kind}{' '}
                {problem.namespace ? `${problem.namespace}/` : ''}
                {problem.name}
              </strong>
              {problem.path && <code>{problem.path}</code>}
              <span>{problem.message}</span>
            </li>
          ))}
        </ul>
        {problems.length >= maximumSent && (
          <p>{t('platform.problemsMore', { maximum: String(maximumSent) })}</p>
        )}
      </AccordionPanel>
    </Accordion>
  );
}
