import {
  platformSummarySchema,
  type Platform,
  type PlatformSnapshot,
  type PlatformSummary,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { countPhases } from '../state/countPhases';
import { toConnection } from './toConnection';

/**
 * Step 7 of 7: what is said of one platform.
 * @internal
 */
export function toPlatformSummary(
  platform: Platform,
  snapshot: PlatformSnapshot,
  options: { isEveryRequestReadable: boolean },
): PlatformSummary {
  return platformSummarySchema.parse({
    name: platform.name,
    title: platform.title,
    isSandbox: platform.isSandbox,
    deliveryMode: platform.delivery.mode,
    connection: toConnection(snapshot),
    counts: toCounts(snapshot),
    problems: snapshot.problems
      // Names of namespaced objects are for those who may read requests.
      .filter(({ namespace }) => options.isEveryRequestReadable || !namespace)
      .slice(0, MOST_PROBLEMS),
  });
}

const MOST_PROBLEMS = 100;

function toCounts(snapshot: PlatformSnapshot): PlatformSummary['counts'] {
  const collections = [...snapshot.requests.values()];
  if (snapshot.promises.state === 'unknown') {
    return undefined;
  }
  const requests: ResourceRequest[] = [];
  for (const collection of collections) {
    // A number that leaves some out would be wrong, not approximate.
    if (collection.state === 'unknown') {
      return undefined;
    }
    requests.push(...collection.items);
  }
  return {
    promises: snapshot.promises.items.length,
    requests: requests.length,
    phases: countPhases(snapshot, requests),
  };
}
