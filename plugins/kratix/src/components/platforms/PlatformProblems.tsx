import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import type { PlatformSummary } from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay, useTexts } from '../../translation';
import { mendingOf } from '../notices/mendingOf';
import styles from './platforms.module.css';

/** The backend sends no more than this (`platformSummarySchema`). */
const maximumSent = 100;

/**
 * What could not be understood, or is not shown as meant, each with its reason. Each costs only itself.
 * @internal
 */
export function PlatformProblems({
  problems,
}: Pick<PlatformSummary, 'problems'>) {
  const { t } = useTexts();
  const say = useSay();
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
              <ProblemObject problem={problem} />
              {problem.path && <code>{problem.path}</code>}
              <span>
                {[say(problem.wording, problem.message), mendingOf(problem, t)]
                  .filter(Boolean)
                  .join(' ')}
              </span>
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

/** What has it, as the way to its page where there is one. */
function ProblemObject({
  problem: { kind, namespace, name, entityRef },
}: {
  problem: PlatformSummary['problems'][number];
}) {
  const text = `${kind} ${namespace ? `${namespace}/` : ''}${name}`;
  return (
    <strong>
      {entityRef ? (
        <EntityRefLink
          entityRef={entityRef}
          title={text}
          hideIcon
          disableTooltip
        />
      ) : (
        text
      )}
    </strong>
  );
}
