import { equalJson, isObject } from '../json/json';
import type { JsonObject } from '../json/json';
import type { JsonSchema } from '../schema/JsonSchema';
import { FieldSet } from './FieldSet';
import {
  fieldSchema,
  isAlwaysPresent,
  itemElement,
  mergeKindOf,
  ownablePart,
  withMetadata,
} from './mergeSchema';

/** Stands for whatever holds other places: it comes and goes, but has no value of its own. */
const holder = Symbol('holder');

interface Place {
  readonly path: readonly string[];
  readonly value: unknown;
}

/**
 * Which places an update added or changed, and which it removed. Unlike what an apply owns, this includes
 * the objects and lists that hold others: who creates one owns it (the `.` in `fieldsV1`).
 * Source: sigs.k8s.io/structured-merge-diff/typed/compare.go.
 * @internal
 */
export function comparePlaces(
  before: JsonObject | undefined,
  after: JsonObject,
  schema: JsonSchema | undefined,
): { changed: FieldSet; removed: FieldSet } {
  const known = before ? listPlaces(before, schema) : new Map<string, Place>();
  const wanted = listPlaces(after, schema);
  return {
    changed: new FieldSet(
      [...wanted]
        .filter(([key, place]) => isChanged(known.get(key), place))
        .map(([, place]) => place.path),
    ),
    removed: new FieldSet(
      [...known]
        .filter(([key]) => !wanted.has(key))
        .map(([, place]) => place.path),
    ),
  };
}

function isChanged(before: Place | undefined, after: Place): boolean {
  if (!before) {
    return true;
  }
  return before.value === holder || after.value === holder
    ? false
    : !equalJson(before.value, after.value);
}

function listPlaces(
  object: JsonObject,
  schema: JsonSchema | undefined,
): Map<string, Place> {
  const places = new Map<string, Place>();
  const add = (place: Place) => places.set(place.path.join('\u0000'), place);
  visitFields(ownablePart(object), withMetadata(schema), [], {
    add,
    isThere: true,
  });
  return places;
}

interface Walk {
  add(place: Place): void;
  /** Whether the holder is there before anybody sets it: only in such a one can a field be so too. */
  readonly isThere: boolean;
}

function visit(
  value: unknown,
  schema: JsonSchema | undefined,
  path: readonly string[],
  { add }: Walk,
): void {
  const kind = mergeKindOf(value, schema);
  if (kind === 'atomic') {
    add({ path, value });
    return;
  }
  add({ path, value: holder });
  visitChildren(value, schema, path, { add, isThere: false });
}

function visitChildren(
  value: unknown,
  schema: JsonSchema | undefined,
  path: readonly string[],
  walk: Walk,
): void {
  if (isObject(value)) {
    visitFields(value, schema, path, walk);
    return;
  }
  const kind = mergeKindOf(value, schema) === 'set' ? 'set' : 'map';
  for (const item of Array.isArray(value) ? value : []) {
    const itemPath = [...path, itemElement(item, kind, schema)];
    if (kind === 'set') {
      walk.add({ path: itemPath, value: item });
    } else {
      visit(item, schema?.items, itemPath, walk);
    }
  }
}

function visitFields(
  value: JsonObject,
  schema: JsonSchema | undefined,
  path: readonly string[],
  walk: Walk,
): void {
  for (const [key, child] of Object.entries(value)) {
    if (child === undefined) {
      continue;
    }
    const childPath = [...path, `f:${key}`];
    const childSchema = fieldSchema(schema, key);
    const isHolder = mergeKindOf(child, childSchema) !== 'atomic';
    if (isHolder && walk.isThere && isAlwaysPresent(schema, key)) {
      visitChildren(child, childSchema, childPath, walk);
    } else {
      visit(child, childSchema, childPath, walk);
    }
  }
}
