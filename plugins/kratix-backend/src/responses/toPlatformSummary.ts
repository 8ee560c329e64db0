import {
  platformSummarySchema,
  requestEntityKind,
  type ObjectProblem,
  type Platform,
  type PlatformSnapshot,
  type PlatformSummary,
  type PromiseSelection,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { PlatformHealth } from '@kratix-portal/backstage-plugin-kratix-node';
import { findCatalogProblems } from '../state/findCatalogProblems';
import { countPhases, sumPhases, type PhaseCounts } from '../state/countPhases';

/**
 * Step 7 of 7: what is said of one platform.
 * @internal
 */
export function toPlatformSummary(
  platform: Platform,
  snapshot: PlatformSnapshot,
  options: {
    health: PlatformHealth;
    isEveryRequestReadable: boolean;
    /** Which Promises the catalog shows. */
    select: PromiseSelection;
    /** What of requests the catalog does not show as meant. */
    requestProblems: readonly ObjectProblem[];
    /** What only the catalog knows that it does not show. */
    catalogProblems: readonly ObjectProblem[];
  },
): PlatformSummary {
  return platformSummarySchema.parse({
    name: platform.name,
    title: platform.title,
    isSandbox: platform.isSandbox,
    deliveryMode: platform.delivery.mode,
    requestEntityKind: requestEntityKind(platform),
    catalogNamespace: platform.catalogNamespace,
    connection: toConnection(options),
    counts: toCounts(snapshot, options),
    problems: [
      ...options.catalogProblems,
      ...snapshot.problems,
      ...findCatalogProblems(platform, snapshot, options.select),
      ...options.requestProblems,
    ]
      // Names of namespaced objects are for those who may read requests.
      .filter(({ namespace }) => options.isEveryRequestReadable || !namespace)
      .slice(0, MOST_PROBLEMS),
  });
}

const MOST_PROBLEMS = 100;
const MOST_WATCHES = 200;

function toConnection(options: {
  health: PlatformHealth;
  isEveryRequestReadable: boolean;
}): PlatformSummary['connection'] {
  const { watches, ...health } = options.health;
  const shown = [...watches]
    .sort((a, b) => weights[a.state] - weights[b.state])
    .slice(0, MOST_WATCHES)
    .map(({ objects, ...watch }) => ({
      ...watch,
      // How many requests there are is for those who may read all of them.
      ...((options.isEveryRequestReadable || !watch.promise) && { objects }),
    }));
  return { ...health, ...(shown.length > 0 && { watches: shown }) };
}

const weights = { stale: 0, unknown: 1, live: 2 } as const;

function toCounts(
  snapshot: PlatformSnapshot,
  options: { isEveryRequestReadable: boolean },
): PlatformSummary['counts'] {
  if (snapshot.promises.state === 'unknown') {
    return undefined;
  }
  const parts: PhaseCounts[] = [];
  for (const [promise, collection] of snapshot.requests) {
    const counts = countPhases(snapshot, promise);
    if (counts) {
      parts.push(counts);
    } else if (collection.problem?.reason !== 'notInstalled') {
      // A number that leaves some out would be wrong, not approximate. An API that is not there yet has none.
      return undefined;
    }
  }
  const promises = snapshot.promises.items.length;
  if (!options.isEveryRequestReadable) {
    return { promises };
  }
  const phases = sumPhases(parts);
  const requests = Object.values(phases).reduce((sum, n) => sum + n, 0);
  return { promises, requests, phases };
}
