import { mergedSelector } from './selectors';

/** A Destination as the scheduler sees it; its readiness does not count. @internal */
export interface SchedulableDestination {
  name: string;
  labels: Readonly<Record<string, string>>;
  isStrict: boolean;
  isDeleting: boolean;
}

const dryRunLabel = 'kratix.io/dry-run';

/** The selector of a workload group; a preview goes to dry-run Destinations only. @internal */
export function groupSelector(
  selectors: readonly {
    matchLabels: Readonly<Record<string, string>>;
    source: string;
  }[],
  isDryRun: boolean,
): Record<string, string> {
  return isDryRun ? { [dryRunLabel]: 'true' } : mergedSelector(selectors);
}

/** Kratix's `getDestinationsForWorkloadGroup` (internal/controller/scheduler.go). @internal */
export function matchingDestinations(
  destinations: readonly SchedulableDestination[],
  selector: Readonly<Record<string, string>>,
): readonly string[] {
  const entries = Object.entries(selector);
  const isDryRun = selector[dryRunLabel] === 'true';
  return destinations
    .filter(({ isDeleting }) => !isDeleting)
    .filter(({ labels }) =>
      entries.every(([key, value]) => labels[key] === value),
    )
    .filter(
      ({ isStrict, labels }) =>
        entries.length > 0 || !isStrict || Object.keys(labels).length === 0,
    )
    .filter(({ labels }) => isDryRun || labels[dryRunLabel] !== 'true')
    .map(({ name }) => name);
}

/** Where one workload group goes. @internal */
export interface GroupPlacement {
  /** Destination → whether it no longer matches. */
  targets: ReadonlyMap<string, boolean>;
}

/**
 * A request's group goes to one Destination and stays there; a Promise's goes to all that match.
 * @internal
 */
export function placeGroup(options: {
  isRequest: boolean;
  matching: readonly string[];
  /** Destinations of the group's WorkPlacements. */
  existing: readonly string[];
  /** From 0 to 1; chooses among Destinations. */
  fraction: number;
}): GroupPlacement {
  const { isRequest, matching, existing, fraction } = options;
  const isMisplaced = (name: string) => !matching.includes(name);
  if (isRequest && existing.length > 0) {
    return {
      targets: new Map(existing.map(name => [name, isMisplaced(name)])),
    };
  }
  const chosen = isRequest
    ? matching.slice(
        Math.floor(fraction * matching.length),
        Math.floor(fraction * matching.length) + 1,
      )
    : matching;
  return {
    targets: new Map([
      ...chosen.map(name => [name, false] as const),
      ...existing.filter(isMisplaced).map(name => [name, true] as const),
    ]),
  };
}
