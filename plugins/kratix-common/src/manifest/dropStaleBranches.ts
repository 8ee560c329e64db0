import type { JsonObject } from '@backstage/types';
import {
  asSchema,
  propertiesOf,
  requiredOf,
  type CrdSchema,
} from '../crdSchema/crdSchema';

/**
 * Values of an object without those of alternatives that were not chosen: a form keeps what somebody typed
 * before changing their mind. Only where a value says which alternative it is, and exactly one fits.
 * @internal
 */
export function dropStaleBranches(
  value: JsonObject,
  schema: CrdSchema,
): JsonObject {
  const branches = Array.isArray(schema.oneOf)
    ? schema.oneOf.map(asSchema)
    : [];
  const chosen = branches.filter(branch => isChosen(branch, value));
  if (chosen.length !== 1 || branches.length < 2) {
    return value;
  }
  const kept = new Set(chosen.flatMap(namesOf));
  const stale = new Set(
    branches.flatMap(namesOf).filter(name => !kept.has(name)),
  );
  return Object.fromEntries(
    Object.entries(value).filter(([name]) => !stale.has(name)),
  );
}

function isChosen(branch: CrdSchema, value: JsonObject): boolean {
  const choices = propertiesOf(branch).filter(([, child]) =>
    Array.isArray(child.enum),
  );
  return (
    choices.length > 0 &&
    choices.every(
      ([name, child]) =>
        Array.isArray(child.enum) && child.enum.includes(value[name]),
    )
  );
}

function namesOf(branch: CrdSchema): string[] {
  return [...propertiesOf(branch).map(([name]) => name), ...requiredOf(branch)];
}
