/**
 * Puts neighbours together until there are few groups, and none of them is so small that it could stand with
 * the next: the smallest pair first, so that what is large stays alone.
 * @internal
 */
export function groupSections<T>(
  sections: readonly T[],
  wish: {
    sizeOf(section: T): number;
    /** Groups that there may be. */
    readonly max: number;
    /** Neighbours that come to no more than this belong together. */
    readonly enough: number;
  },
): T[][] {
  let groups = sections.map(section => ({
    parts: [section],
    size: wish.sizeOf(section),
  }));
  while (groups.length > 1) {
    const pairs = groups
      .slice(1)
      .map((group, index) => group.size + (groups[index]?.size ?? 0));
    const size = pairs.reduce((least, pair) => Math.min(least, pair));
    if (groups.length <= wish.max && size > wish.enough) {
      break;
    }
    const at = pairs.indexOf(size);
    const parts = groups.slice(at, at + 2).flatMap(group => group.parts);
    groups = [...groups.slice(0, at), { parts, size }, ...groups.slice(at + 2)];
  }
  return groups.map(({ parts }) => parts);
}
