import { isObject } from '../json/json';
import type { JsonObject } from '../json/json';
import type { JsonSchema } from '../schema/JsonSchema';
import {
  fieldSchema,
  isNamedField,
  itemElement,
  mergeKindOf,
  ownablePart,
  withMetadata,
} from './mergeSchema';

/** A place that can be owned, and what stands there (`undefined` for a place that only holds others). @internal */
export interface Leaf {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Every place of an object that a manager can own. @internal */
export function listLeaves(
  object: JsonObject,
  schema: JsonSchema | undefined,
): Leaf[] {
  const leaves: Leaf[] = [];
  visitObject(ownablePart(object), withMetadata(schema), [], leaves);
  return leaves;
}

function visit(
  value: unknown,
  schema: JsonSchema | undefined,
  path: readonly string[],
  leaves: Leaf[],
): void {
  const kind = mergeKindOf(value, schema);
  if (kind === 'atomic' || isEmpty(value)) {
    leaves.push({ path, value });
  } else if (kind === 'object') {
    visitObject(value as JsonObject, schema, path, leaves);
  } else {
    visitList(value as unknown[], kind, { schema, path }, leaves);
  }
}

function visitObject(
  value: JsonObject,
  schema: JsonSchema | undefined,
  path: readonly string[],
  leaves: Leaf[],
): void {
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined) {
      continue;
    }
    const childPath = [...path, `f:${key}`];
    const childSchema = fieldSchema(schema, key);
    const holdsOthers =
      mergeKindOf(child, childSchema) !== 'atomic' && !isEmpty(child);
    if (holdsOthers && !isNamedField(schema, key)) {
      leaves.push({ path: childPath, value: undefined });
    }
    visit(child, childSchema, childPath, leaves);
  }
}

function visitList(
  list: readonly unknown[],
  kind: 'set' | 'map',
  place: { schema: JsonSchema | undefined; path: readonly string[] },
  leaves: Leaf[],
): void {
  for (const item of list) {
    const path = [...place.path, itemElement(item, kind, place.schema)];
    const itemSchema = place.schema?.items;
    if (kind === 'set' || mergeKindOf(item, itemSchema) === 'atomic') {
      leaves.push({ path, value: item });
    } else {
      leaves.push({ path, value: undefined });
      visit(item, itemSchema, path, leaves);
    }
  }
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : isObject(value) && Object.keys(value).length === 0;
}
