import { cloneJson, getOwn, isObject, setOwn } from '../json/json';
import type { JsonSchema } from './JsonSchema';

/**
 * Fills defaults in place, outside in: the default of an object is itself defaulted further. A `null` where
 * the schema has a default and is not nullable counts as absent.
 * Source of the rules: apiextensions-apiserver/pkg/apiserver/schema/defaulting/algorithm.go.
 * @internal
 */
export function applyDefaults(value: unknown, schema: JsonSchema): void {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items) {
      value.forEach((item, index) => {
        if (item === null && !items.nullable && items.default !== undefined) {
          value[index] = cloneJson(items.default);
        }
        applyDefaults(value[index], items);
      });
    }
    return;
  }
  if (!isObject(value)) {
    return;
  }
  for (const [key, property] of Object.entries(schema.properties ?? {})) {
    defaultField(value, key, property);
  }
  if (typeof schema.additionalProperties === 'object') {
    for (const key of Object.keys(value)) {
      if (!schema.properties || !Object.hasOwn(schema.properties, key)) {
        defaultField(value, key, schema.additionalProperties);
      }
    }
  }
}

function defaultField(
  target: Record<string, unknown>,
  key: string,
  schema: JsonSchema,
): void {
  const current = getOwn(target, key);
  const isAbsent =
    current === undefined || (current === null && !schema.nullable);
  if (isAbsent && schema.default !== undefined) {
    setOwn(target, key, cloneJson(schema.default));
  }
  applyDefaults(getOwn(target, key), schema);
}
