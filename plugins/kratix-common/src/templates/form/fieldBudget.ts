import {
  asSchema,
  nodeKindOf,
  propertiesOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';

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
 */
function shareBudget<T>(
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

/**
 * The shares of the properties of a section: what must be filled in has its fields before anything else.
 * @internal
 */
export function shareAmong(
  properties: ReadonlyMap<string, CrdSchema>,
  required: readonly string[],
  {
    budget,
    countFields,
  }: { budget: number; countFields(schema: CrdSchema): number },
): ReadonlyMap<string, number> {
  const needed = new Set(required);
  const sizesOf = (isWanted: (name: string) => boolean) =>
    new Map(
      [...properties]
        .filter(([name]) => isWanted(name))
        .map(([name, child]) => [name, countFields(child)]),
    );
  const first = shareBudget(
    sizesOf(name => needed.has(name)),
    budget,
  );
  const used = [...first.values()].reduce((sum, share) => sum + share, 0);
  const others = sizesOf(name => !needed.has(name));
  return new Map([...first, ...shareBudget(others, budget - used)]);
}
