/**
 * Which objects are in only one of two lists. Lists that share most of their objects, in the same order, cost
 * no more than a look at each.
 * @internal
 */
export function findListChanges<T extends object>(
  before: readonly T[],
  after: readonly T[],
): { readonly removed: T[]; readonly added: T[] } {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) {
    end += 1;
  }
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  const kept = new Set(old);
  const left = new Set(now);
  return {
    removed: old.filter(object => !left.has(object)),
    added: now.filter(object => !kept.has(object)),
  };
}
