import type { ReactNode } from 'react';
import type { PlatformSummary } from '@kratix-portal/backstage-plugin-kratix-common';
import { useSay, useTexts } from '../../translation';
import { mendingOf } from '../notices/mendingOf';
import styles from './problems.module.css';

type Problem = Pick<
  PlatformSummary['problems'][number],
  'code' | 'message' | 'path' | 'wording'
>;

/**
 * What could not be understood, or is not shown as meant: the reason, and how to mend it.
 * @internal
 */
export function ProblemList<P extends Problem>(props: {
  problems: readonly P[];
  /** What has the problem, where that is not plain. */
  children?: (problem: P) => ReactNode;
}) {
  const { problems, children } = props;
  const { t } = useTexts();
  const say = useSay();
  return (
    <ul className={styles.problems}>
      {problems.map((problem, index) => (
        // They come anew with each answer, and nothing of one outlives it.
        <li key={index}>
          {children?.(problem)}
          {problem.path && <code>{problem.path}</code>}
          <span>
            {[say(problem.wording, problem.message), mendingOf(problem, t)]
              .filter(Boolean)
              .join(' ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
