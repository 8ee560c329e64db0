import type { Collection } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Whether the cluster confirms a collection now, so that what is made from it may be repeated over what
 * another replica said. One that this platform does not have, or does not show, is as good as it will get:
 * at once when nothing is known of it, and after a while when it was known before, for a right that is being
 * moved from one role to another may be missing for a moment.
 *
 * @param nowMs - Milliseconds since the epoch; without it no right is taken to be gone for good.
 * @internal
 */
export function isConfirmed(
  { state, problem }: Collection<unknown>,
  nowMs?: number,
): boolean {
  if (!problem) {
    return state === 'synced';
  }
  if (state === 'unknown') {
    return problem.reason === 'notInstalled' || problem.reason === 'forbidden';
  }
  return (
    problem.reason === 'forbidden' &&
    nowMs !== undefined &&
    nowMs - Date.parse(problem.since) >= FORBIDDEN_FOR_GOOD_MS
  );
}

const FORBIDDEN_FOR_GOOD_MS = 5 * 60_000;
