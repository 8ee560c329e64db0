import { cloneJson, getOwn, isObject, setOwn } from '../json/json';
import type { JsonObject } from '../json/json';
import type { JsonSchema } from '../schema/JsonSchema';
import { fieldSchema, itemElement, mergeKindOf } from './mergeSchema';

/** Lays what is applied over what is there, part by part as the schema says. @internal */
export function mergeApplied(
  live: unknown,
  applied: unknown,
  schema: JsonSchema | undefined,
): unknown {
  const kind = mergeKindOf(applied, schema);
  if (kind !== mergeKindOf(live, schema) || kind === 'atomic') {
    return cloneJson(applied);
  }
  return kind === 'object'
    ? mergeObjects(live as JsonObject, applied as JsonObject, schema)
    : mergeLists(live as unknown[], applied as unknown[], kind, schema);
}

function mergeObjects(
  live: JsonObject,
  applied: JsonObject,
  schema: JsonSchema | undefined,
): JsonObject {
  const merged = { ...live };
  for (const [key, value] of Object.entries(applied)) {
    setOwn(
      merged,
      key,
      mergeApplied(getOwn(live, key), value, fieldSchema(schema, key)),
    );
  }
  return merged;
}

function mergeLists(
  live: readonly unknown[],
  applied: readonly unknown[],
  kind: 'set' | 'map',
  schema: JsonSchema | undefined,
): unknown[] {
  const nameOf = (item: unknown) => itemElement(item, kind, schema);
  const byName = new Map(applied.map(item => [nameOf(item), item]));
  const kept = live.map(item => {
    const name = nameOf(item);
    const change = byName.get(name);
    byName.delete(name);
    return change === undefined
      ? item
      : mergeApplied(item, change, schema?.items);
  });
  return [...kept, ...[...byName.values()].map(cloneJson)];
}

/** Removes a place, if it is there, and each holder that is empty without it. @internal */
export function removePlace(
  root: unknown,
  path: readonly string[],
  schema: JsonSchema | undefined,
): void {
  const [element = '', ...rest] = path;
  if (element.startsWith('f:') && isObject(root)) {
    const key = element.slice(2);
    const child = getOwn(root, key);
    removePlace(child, rest, fieldSchema(schema, key));
    if (rest.length === 0 || isEmptied(child)) {
      delete root[key];
    }
  } else if (Array.isArray(root)) {
    const kind = element.startsWith('v:') ? 'set' : 'map';
    const index = root.findIndex(
      item => itemElement(item, kind, schema) === element,
    );
    if (index >= 0 && rest.length === 0) {
      root.splice(index, 1);
    } else if (index >= 0) {
      removePlace(root[index], rest, schema?.items);
    }
  }
}

function isEmptied(value: unknown): boolean {
  return Array.isArray(value)
    ? value.length === 0
    : isObject(value) && Object.keys(value).length === 0;
}
