import { Accordion, AccordionPanel, AccordionTrigger } from '@backstage/ui';
import type { PlatformSummary } from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { EntityName } from '../entity/EntityName';
import { ProblemList } from '../problems/ProblemList';

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
  if (problems.length === 0) {
    return null;
  }
  return (
    <Accordion defaultExpanded={problems.length <= 3}>
      <AccordionTrigger
        title={t('platform.problems', { count: problems.length })}
      />
      <AccordionPanel>
        <ProblemList problems={problems}>
          {problem => <ProblemObject problem={problem} />}
        </ProblemList>
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
      <EntityName entityRef={entityRef} title={text} />
    </strong>
  );
}
