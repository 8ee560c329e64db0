import type {
  DestinationMatch,
  EffectiveSelector,
} from '../contracts/delivery';
import type { Destination } from '../model';
import { kratixLabels } from '../names/keys';

/**
 * Compares every Destination with what is asked for, as Kratix does (kratix-domain 4, scheduling): those that
 * match first, then the nearest. Readiness does not count, so neither does it here.
 * @public
 */
export function matchDestinations(
  selectors: readonly Pick<EffectiveSelector, 'key' | 'value'>[],
  destinations: readonly Destination[],
): DestinationMatch[] {
  return destinations
    .filter(({ deletedAt }) => !deletedAt)
    .map(destination => matchDestination(selectors, destination))
    .sort(
      (one, other) =>
        distance(one) - distance(other) || compareNames(one, other),
    );
}

/**
 * Compares one Destination with what is asked for.
 * @public
 */
export function matchDestination(
  selectors: readonly Pick<EffectiveSelector, 'key' | 'value'>[],
  destination: Pick<Destination, 'name' | 'labels' | 'strictMatchLabels'>,
): DestinationMatch {
  const { name, labels } = destination;
  const unmet = selectors
    .filter(({ key, value }) => labelOf(labels, key) !== value)
    .map(({ key, value }) => {
      const actual = labelOf(labels, key);
      return { key, wanted: value, ...(actual !== undefined && { actual }) };
    });
  const obstacle = findObstacle(selectors, destination);
  return {
    name,
    isMatch: unmet.length === 0 && !obstacle,
    unmet,
    ...(obstacle && { obstacle }),
  };
}

function findObstacle(
  selectors: readonly unknown[],
  {
    labels,
    strictMatchLabels,
  }: Pick<Destination, 'labels' | 'strictMatchLabels'>,
): DestinationMatch['obstacle'] {
  if (labelOf(labels, kratixLabels.dryRun) === 'true') {
    return 'previewsOnly';
  }
  const isStrict = strictMatchLabels && Object.keys(labels).length > 0;
  return isStrict && selectors.length === 0 ? 'strict' : undefined;
}

// Labels come from a cluster: a key may be called `constructor`.
function labelOf(
  labels: Readonly<Record<string, string>>,
  key: string,
): string | undefined {
  return Object.hasOwn(labels, key) ? labels[key] : undefined;
}

function distance({ isMatch, unmet, obstacle }: DestinationMatch): number {
  return isMatch ? -1 : unmet.length + (obstacle === 'previewsOnly' ? 1000 : 0);
}

function compareNames(one: DestinationMatch, other: DestinationMatch): number {
  return one.name < other.name ? -1 : 1;
}
