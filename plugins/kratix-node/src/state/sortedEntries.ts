import type { Observed } from './Observed';

/**
 * The objects of a collection in the order of their keys. An array, because copying one of 10,000 is a matter
 * of microseconds where copying a Map of them is one of milliseconds.
 * @internal
 */
export type Entries<T> = readonly Observed<T>[];

/**
 * Puts a list in order; the later of two with the same key stays.
 * @internal
 */
export function sortEntries<T>(items: readonly Observed<T>[]): Observed<T>[] {
  const byKey = new Map(items.map(item => [item.key, item]));
  return [...byKey.values()].sort((a, b) => compareKeys(a.key, b.key));
}

/**
 * Where an object is, or would have to be put in.
 * @internal
 */
export function findEntry<T>(
  entries: Entries<T>,
  key: string,
): { index: number; entry?: Observed<T> } {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const candidate = entries[middle];
    if (candidate && compareKeys(candidate.key, key) < 0) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  const found = entries[low];
  return found?.key === key ? { index: low, entry: found } : { index: low };
}

// By code units: the order must only be total and quick, people see lists sorted by what they look for.
function compareKeys(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
