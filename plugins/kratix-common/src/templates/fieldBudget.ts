import {
  asSchema,
  nodeKindOf,
  propertiesOf,
  type CrdSchema,
} from '../crdSchema/crdSchema';

/**
 * Counts the fields that a schema comes to; remembers what it has counted.
 * @internal
 */
export function createFieldCounter(): (schema: CrdSchema) => number {
  const known = new Map<CrdSchema, number>();
  const count = (schema: CrdSchema): number => {
    const counted = known.get(schema) ?? countOne(schema, count);
    known.set(schema, counted);
    return counted;
  };
  return count;
}

function countOne(
  schema: CrdSchema,
  count: (schema: CrdSchema) => number,
): number {
  switch (nodeKindOf(schema)) {
    case 'object':
      return propertiesOf(schema).reduce(
        (sum, [, child]) => sum + count(child),
        1,
      );
    case 'array':
      return 1 + count(asSchema(schema.items));
    default:
      return 1;
  }
}

/**
 * Shares fields among the parts of a section: small parts get all that they need, and the largest ones share
 * what is left, so that one huge section costs itself and not its neighbours.
 * @internal
 */
export function shareBudget<T>(
  sizes: ReadonlyMap<T, number>,
  budget: number,
): ReadonlyMap<T, number> {
  const ascending = [...sizes].sort(([, a], [, b]) => a - b);
  const shares = new Map<T, number>();
  let left = budget;
  for (const [index, [part, size]] of ascending.entries()) {
    const share = Math.min(size, Math.floor(left / (ascending.length - index)));
    shares.set(part, share);
    left -= share;
  }
  return shares;
}
