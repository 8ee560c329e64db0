import type { JsonObject, JsonValue } from '@backstage/types';
import {
  asSchema,
  propertiesOf,
  requiredOf,
  type CrdSchema,
} from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/reading/readField';

/**
 * Values of an object without those of alternatives that were not chosen: a form keeps what somebody typed
 * before changing their mind. Only where a value says which alternative it is, and exactly one fits. Where it is
 * the one that was chosen before, what stood there beside it stays.
 * @internal
 */
export function dropStaleBranches(
  value: JsonObject,
  schema: CrdSchema,
  previous?: JsonValue,
): JsonObject {
  const branches = Array.isArray(schema.oneOf)
    ? schema.oneOf.map(asSchema)
    : [];
  const chosen = branches.filter(branch => isChosen(branch, value));
  if (chosen.length !== 1 || branches.length < 2) {
    return value;
  }
  const before = isObject(previous) ? (previous as JsonObject) : {};
  const isSame = chosen.every(branch => isChosen(branch, before));
  const kept = new Set([
    ...chosen.flatMap(namesOf),
    ...(isSame ? Object.keys(before) : []),
  ]);
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
