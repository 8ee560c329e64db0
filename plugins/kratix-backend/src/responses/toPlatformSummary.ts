import {
  platformSummarySchema,
  type Platform,
  type PlatformSnapshot,
  type PlatformSummary,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PlatformHealth } from '@kratix-portal/backstage-plugin-kratix-node';
import { countPhases } from '../state/countPhases';

/**
 * Step 7 of 7: what is said of one platform.
 * @internal
 */
export function toPlatformSummary(
  platform: Platform,
  snapshot: PlatformSnapshot,
  options: { health: PlatformHealth; isEveryRequestReadable: boolean },
): PlatformSummary {
  return platformSummarySchema.parse({
    name: platform.name,
    title: platform.title,
    isSandbox: platform.isSandbox,
    deliveryMode: platform.delivery.mode,
    connection: options.health,
    counts: toCounts(snapshot),
    problems: snapshot.problems
      // Names of namespaced objects are for those who may read requests.
      .filter(({ namespace }) => options.isEveryRequestReadable || !namespace)
      .slice(0, MOST_PROBLEMS),
  });
}

const MOST_PROBLEMS = 100;

function toCounts(snapshot: PlatformSnapshot): PlatformSummary['counts'] {
  if (snapshot.promises.state === 'unknown') {
    return undefined;
  }
  const requests: ResourceRequest[] = [];
  for (const collection of snapshot.requests.values()) {
    if (collection.state === 'synced') {
      requests.push(...collection.items);
    } else if (collection.problem?.reason !== 'notInstalled') {
      // A number that leaves some out would be wrong, not approximate. An API that is not there yet has none.
      return undefined;
    }
  }
  return {
    promises: snapshot.promises.items.length,
    requests: requests.length,
    phases: countPhases(snapshot, requests),
  };
}
