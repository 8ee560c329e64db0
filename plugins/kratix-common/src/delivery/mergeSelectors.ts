import type { EffectiveSelector } from '../contracts/delivery';
import type { WorkloadGroup } from '../model';

type Source = NonNullable<EffectiveSelector['source']>;

/** From the weakest to the one that wins, key by key (kratix-domain 4, scheduling). */
const sources: readonly string[] = [
  'resource-workflow',
  'promise-workflow',
  'promise',
];

/**
 * The labels that a Destination must have for one part of a Work, and whose wish each is. A pipeline cannot
 * overrule what its Promise asks for (docs/kratix-observed.md, 10).
 * @public
 */
export function mergeSelectors(
  selectors: WorkloadGroup['destinationSelectors'],
): EffectiveSelector[] {
  const merged = new Map<string, EffectiveSelector>();
  for (const { source, matchLabels } of byRank(selectors)) {
    for (const [key, value] of Object.entries(matchLabels)) {
      const earlier = merged.get(key);
      merged.set(key, {
        key,
        value,
        ...(isSource(source) && { source }),
        overruled: earlier ? overrule(earlier, value) : [],
      });
    }
  }
  return [...merged.values()].sort((one, other) =>
    one.key < other.key ? -1 : 1,
  );
}

function overrule(
  earlier: EffectiveSelector,
  value: string,
): EffectiveSelector['overruled'] {
  const { source, overruled } = earlier;
  return earlier.value === value
    ? overruled
    : [...overruled, { value: earlier.value, ...(source && { source }) }];
}

function byRank(
  selectors: WorkloadGroup['destinationSelectors'],
): WorkloadGroup['destinationSelectors'] {
  const rank = (source = '') => sources.indexOf(source);
  return [...selectors].sort(
    (one, other) => rank(one.source) - rank(other.source),
  );
}

function isSource(source: string | undefined): source is Source {
  return source !== undefined && sources.includes(source);
}
