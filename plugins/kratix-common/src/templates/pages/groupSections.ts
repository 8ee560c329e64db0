/** When to stop. */
interface GroupWish<T> {
  sizeOf(section: T): number;
  /** Groups that there may be. */
  readonly max: number;
  /** Neighbours that come to no more than this belong together. */
  readonly enough: number;
}

interface Group<T> {
  readonly parts: T[];
  readonly size: number;
}

/**
 * Puts neighbours together until there are few groups, and none of them is so small that it could stand with
 * the next: the smallest pair first, so that what is large stays alone.
 * @internal
 */
export function groupSections<T>(
  sections: readonly T[],
  wish: GroupWish<T>,
): T[][] {
  let groups = sections.map(
    (section): Group<T> => ({ parts: [section], size: wish.sizeOf(section) }),
  );
  let next = joinSmallestPair(groups, wish);
  while (next) {
    groups = next;
    next = joinSmallestPair(groups, wish);
  }
  return groups.map(({ parts }) => parts);
}

function joinSmallestPair<T>(
  groups: readonly Group<T>[],
  { max, enough }: GroupWish<T>,
): Group<T>[] | undefined {
  const pairs = groups
    .slice(1)
    .map((group, index) => group.size + (groups[index]?.size ?? 0));
  const size = pairs.reduce((least, pair) => Math.min(least, pair), Infinity);
  if (pairs.length === 0 || (groups.length <= max && size > enough)) {
    return undefined;
  }
  const at = pairs.indexOf(size);
  const parts = groups.slice(at, at + 2).flatMap(group => group.parts);
  return [...groups.slice(0, at), { parts, size }, ...groups.slice(at + 2)];
}
