import type { KratixPromise } from '../model';
import { compareApis } from './compareApis';
import { comparePlacement } from './comparePlacement';
import { compareWorkflows } from './compareWorkflows';
import { isWorse } from './ImpactSeverity';
import type { PromiseChange } from './PromiseChange';
import { tell } from '../wording';

/**
 * What changed between two states of a Promise and what it means for those who use it, the worst first. The
 * rules are listed in `docs/impact.md`.
 * @public
 */
export function comparePromises(
  before: KratixPromise,
  after: KratixPromise,
): PromiseChange[] {
  return [
    ...compareOffers(before, after),
    ...compareWorkflows(before.workflows, after.workflows),
    ...comparePlacement(before, after),
  ].sort(byWeight);
}

function compareOffers(
  before: KratixPromise,
  after: KratixPromise,
): PromiseChange[] {
  const path = 'spec.api';
  if (before.api && after.api) {
    return compareApis(before.api, after.api);
  }
  if (after.apiProblem) {
    return [
      {
        code: 'api-unusable',
        severity: before.api ? 'breaking' : 'risky',
        path,
        ...tell('impact.apiUnusable', {
          reason: after.apiProblem.wording ?? after.apiProblem.message,
        }),
      },
    ];
  }
  if (before.api) {
    return [
      {
        code: 'api-removed',
        severity: 'breaking',
        path,
        ...tell('impact.apiRemoved'),
      },
    ];
  }
  return after.api
    ? [
        {
          code: 'api-added',
          severity: 'safe',
          path,
          ...tell('impact.apiAdded', { kind: after.api.kind }),
        },
      ]
    : [];
}

function byWeight(a: PromiseChange, b: PromiseChange): number {
  if (a.severity === b.severity) {
    return 0;
  }
  return isWorse(a.severity, b.severity) ? -1 : 1;
}
