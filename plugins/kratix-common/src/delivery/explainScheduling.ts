import type {
  DeliveryReason,
  DestinationMatch,
  EffectiveSelector,
} from '../contracts/delivery';
import { findCondition, type Work } from '../model';

/**
 * Why a part of a Work that has no placement has none. That Kratix could not write its decision down is no
 * reason: every new Work says so for a moment (docs/kratix-observed.md, 25).
 * @public
 */
export function explainScheduling(
  work: Pick<Work, 'conditions' | 'deletedAt'>,
  selectors: readonly EffectiveSelector[],
  /** Undefined while the Destinations are not known. */
  matches: readonly DestinationMatch[] | undefined,
): DeliveryReason {
  if (work.deletedAt) {
    return { code: 'removing', since: work.deletedAt };
  }
  const scheduled = findCondition(work.conditions, 'ScheduleSucceeded');
  const since = scheduled?.lastTransitionTime;
  const isRefused =
    scheduled?.status === 'False' &&
    scheduled.reason === 'UnscheduledWorkloads';
  if (!isRefused) {
    return { code: 'placing', ...(since && { since }) };
  }
  const match = matches?.find(({ isMatch }) => isMatch);
  if (match) {
    // Kratix looks again when a Destination changes, and every minute.
    return { code: 'matchFound', destination: match.name };
  }
  return {
    code: 'noDestination',
    unmet: findUnmet(selectors, matches),
    ...(since && { since }),
  };
}

/** The labels that nobody has; all of them where each is somewhere but no Destination has them together. */
function findUnmet(
  selectors: readonly EffectiveSelector[],
  matches: readonly DestinationMatch[] | undefined,
): string[] {
  const isNowhere = ({ key }: EffectiveSelector) =>
    (matches ?? []).every(({ unmet }) =>
      unmet.some(lacking => lacking.key === key),
    );
  const nowhere = selectors.filter(isNowhere);
  return (nowhere.length > 0 ? nowhere : selectors).map(
    ({ key, value }) => `${key}=${value}`,
  );
}
