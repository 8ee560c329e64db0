import type { DestinationSummary } from '@kratix-portal/backstage-plugin-kratix-common';
import type { LabelRow } from './labelShape';

type Labelled = Pick<DestinationSummary, 'labels' | 'isForPreviews'>;

/**
 * Names of labels that Destinations have and that are not asked for yet.
 * @internal
 */
export function suggestKeys(
  destinations: readonly Labelled[],
  asked: readonly LabelRow[],
): readonly string[] {
  const taken = new Set(asked.map(({ key }) => key));
  return unique(
    destinations
      .filter(({ isForPreviews }) => !isForPreviews)
      .flatMap(({ labels }) => Object.keys(labels)),
  ).filter(key => !taken.has(key));
}

/**
 * Values that Destinations have for one label: of those that have the others too, if there are any, so that a
 * choice leads somewhere.
 * @internal
 */
export function suggestValues(
  destinations: readonly Labelled[],
  key: string,
  others: readonly LabelRow[],
): readonly string[] {
  const having = destinations.filter(
    ({ labels, isForPreviews }) => !isForPreviews && Object.hasOwn(labels, key),
  );
  const fitting = having.filter(({ labels }) =>
    others.every(
      other =>
        other.key === '' ||
        (Object.hasOwn(labels, other.key) && labels[other.key] === other.value),
    ),
  );
  return unique(
    (fitting.length > 0 ? fitting : having).map(
      ({ labels }) => labels[key] ?? '',
    ),
  );
}

function unique(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)].sort();
}
