import type {
  Collection,
  Freshness,
} from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * How far an answer from this collection can be trusted.
 * @internal
 */
export function toFreshness(
  collection: Extract<Collection<unknown>, { state: 'synced' }>,
): Freshness {
  return {
    state: collection.problem ? 'stale' : 'live',
    confirmedAt: collection.confirmedAt,
    problem: collection.problem,
  };
}
