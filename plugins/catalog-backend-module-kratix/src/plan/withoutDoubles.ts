import type { KnownSlice, PlanSlice, SliceName } from './EntityPlan';

/**
 * The slices, each entity reference in one of them only: an entity of two slices would be sent for the one,
 * then for the other, for ever. What the suite itself makes never meets under its usual
 * names; under SKE's, and with what adopters make, it may.
 * @internal
 */
export function withoutDoubles(
  slices: ReadonlyMap<SliceName, PlanSlice>,
): ReadonlyMap<SliceName, PlanSlice> {
  const seen = new Set<string>();
  const result = new Map<SliceName, PlanSlice>();
  for (const [name, slice] of slices) {
    result.set(
      name,
      slice.state === 'unknown' ? slice : withoutSeen(slice, seen),
    );
  }
  return result;
}

function withoutSeen(slice: KnownSlice, seen: Set<string>): KnownSlice {
  const double: string[] = [];
  for (const ref of slice.entities.keys()) {
    if (seen.has(ref)) {
      double.push(ref);
    } else {
      seen.add(ref);
    }
  }
  if (double.length === 0) {
    return slice;
  }
  const entities = new Map(slice.entities);
  double.forEach(ref => entities.delete(ref));
  return { ...slice, entities };
}
