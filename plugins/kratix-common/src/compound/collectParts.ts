/**
 * One part of a compound, `depth` levels below it.
 * @public
 */
export interface Part<T> {
  readonly value: T;
  readonly depth: number;
}

/**
 * How far a compound is followed. Labels come from the cluster: they may name each other in a ring, or
 * thousands of parts.
 * @public
 */
export interface PartBounds {
  readonly depth: number;
  readonly count: number;
}

/**
 * Everything below one thing, each part before its own parts and each only once, so that a ring ends.
 * @public
 */
export function collectParts<T>(
  root: T,
  childrenOf: (value: T) => readonly T[],
  options: { readonly keyOf: (value: T) => string; readonly most: PartBounds },
): { readonly parts: readonly Part<T>[]; readonly isCut: boolean } {
  const { keyOf, most } = options;
  const seen = new Set([keyOf(root)]);
  const parts: Part<T>[] = [];
  const waiting: Part<T>[] = toParts(childrenOf(root), 1);
  let isCut = false;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const isNew = !seen.has(keyOf(next.value));
    if (isNew && (parts.length === most.count || next.depth > most.depth)) {
      isCut = true;
    } else if (isNew) {
      seen.add(keyOf(next.value));
      parts.push(next);
      waiting.push(...toParts(childrenOf(next.value), next.depth + 1));
    }
  }
  return { parts, isCut };
}

/** In reverse, because the last is taken first. */
function toParts<T>(values: readonly T[], depth: number): Part<T>[] {
  return values.map(value => ({ value, depth })).reverse();
}
