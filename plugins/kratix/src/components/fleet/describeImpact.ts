import {
  wordingOf,
  type ImpactResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Say, Translate } from '../../translation';

/**
 * How bad it is, in one sentence that speaks of requests where some are hit.
 * @internal
 */
export function describeVerdict(
  { severity, counts, changes }: ImpactResponse,
  t: Translate,
  say: Say,
): string {
  if (changes.length === 0) {
    return t('impact.nothing');
  }
  return counts.refused > 0
    ? t('impact.refused', { count: counts.refused })
    : say(wordingOf(`impact.${severity}`));
}

/**
 * What happens to how many requests; what happens to none is left out.
 * @internal
 */
export function describeCounts(
  { counts, isComplete, platformTitle }: ImpactResponse,
  t: Translate,
): string {
  const { refused, changed, valid, refusedBefore } = counts;
  const total = refused + changed + valid + refusedBefore;
  if (total === 0) {
    return isComplete
      ? t('impact.noRequests', { platform: platformTitle })
      : '';
  }
  return t('impact.counts', {
    platform: platformTitle,
    what: (['refused', 'changed', 'refusedBefore', 'valid'] as const)
      .filter(verdict => counts[verdict] > 0)
      .map(verdict => t(`impact.count.${verdict}`, { count: counts[verdict] }))
      .join(', '),
  });
}
