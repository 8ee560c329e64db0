import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { catalogProblemCodes } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ProblemBoard } from '../problems/ProblemBoard';

/**
 * Offers how much is not in the catalog as it should be, by reason. Counted when it is collected.
 * @internal
 */
export function observeProblems(
  metrics: MetricsService,
  board: ProblemBoard,
): void {
  metrics
    .createObservableGauge('kratix.catalog.problems', {
      unit: '{problem}',
      description: 'What the catalog does not take or does not get',
    })
    .addCallback(result => {
      for (const { platform, problems } of board.find()) {
        for (const code of catalogProblemCodes) {
          const count = problems.filter(problem => problem.code === code);
          // Reports 0 as well, so that alerts clear.
          result.observe(count.length, { platform, code });
        }
      }
    });
}
