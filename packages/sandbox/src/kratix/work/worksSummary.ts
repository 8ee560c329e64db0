import type { KubeObject } from '../../apiserver/cluster';
import { findCondition } from '../conditions/conditions';
import { labels } from '../vocabulary/labels';

/** The Works of a request or Promise by what their Ready condition says. @internal */
export interface WorksSummary {
  failing: readonly string[];
  misplaced: readonly string[];
  pending: readonly string[];
}

/** Kratix branches on the message of Ready; a missing one counts as Pending (`getWorksStatus`). @internal */
export function summarizeWorks(works: readonly KubeObject[]): WorksSummary {
  const named = (message: string) =>
    works
      .filter(work => work.metadata.labels?.[labels.dryRunSummary] !== 'true')
      .filter(
        work =>
          (findCondition(work.status, 'Ready')?.message || 'Pending') ===
          message,
      )
      .map(({ metadata }) => metadata.name);
  return {
    failing: named('Failing'),
    misplaced: named('Misplaced'),
    pending: named('Pending'),
  };
}
