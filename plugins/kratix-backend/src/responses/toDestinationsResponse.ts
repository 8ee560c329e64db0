import { ServiceUnavailableError } from '@backstage/errors';
import {
  destinationsResponseSchema,
  refuse,
  summariseDestination,
  summariseStateStore,
  tell,
  wordingOf,
  type DestinationsResponse,
  type PlatformSnapshot,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { findStores, itemsOf } from '../state/findStores';

/** A platform has a few; a page is no place for more. */
const MOST = 500;

/**
 * Where a platform delivers to. Throws ServiceUnavailableError while nothing of it is known.
 * @internal
 */
export function toDestinationsResponse(
  snapshot: PlatformSnapshot,
): DestinationsResponse {
  const collections = [
    snapshot.destinations,
    snapshot.gitStateStores,
    snapshot.bucketStateStores,
  ];
  const problems = collections.flatMap(({ problem }) =>
    problem && problem.reason !== 'notInstalled' ? [problem] : [],
  );
  const [problem] = problems;
  const known = collections.filter(({ state }) => state === 'synced');
  if (known.length === 0) {
    throw refuse(
      ServiceUnavailableError,
      tell('refusal.destinationsUnknown', {
        platform: snapshot.platform,
        why: problem?.message ?? wordingOf('refusal.notAnsweredYet'),
      }),
    );
  }
  const confirmedAt = collections
    .flatMap(part => (part.state === 'synced' ? [part.confirmedAt] : []))
    .sort()
    .at(-1);
  return destinationsResponseSchema.parse({
    destinations: itemsOf(snapshot.destinations)
      ?.slice(0, MOST)
      .map(summariseDestination),
    stores: findStores(snapshot)?.slice(0, MOST).map(summariseStateStore),
    problems,
    freshness: {
      state: problem ? 'stale' : 'live',
      confirmedAt,
      ...(problem && { problem }),
    },
  });
}
