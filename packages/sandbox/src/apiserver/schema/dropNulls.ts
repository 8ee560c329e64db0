import { isObject } from '../json/json';
import type { JsonSchema } from './JsonSchema';
import { propertySchema } from './JsonSchema';

/**
 * Removes, in place, what Go does not write out again for a built-in type: nulls, and lists and maps that are
 * empty, unless their field is always there.
 * @internal
 */
export function dropNulls(value: unknown, schema: JsonSchema): void {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items) {
      value.forEach(item => dropNulls(item, items));
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const property = propertySchema(schema, key);
      if (property && (value[key] === null || isOmitted(value, key, schema))) {
        delete value[key];
      } else if (property) {
        dropNulls(value[key], property);
      }
    }
  }
}

function isOmitted(
  object: Record<string, unknown>,
  key: string,
  schema: JsonSchema,
): boolean {
  if (schema.alwaysPresent?.includes(key)) {
    return false;
  }
  const value = object[key];
  const { type, additionalProperties } = propertySchema(schema, key) ?? {};
  // What may be any JSON is kept as it is, such as the default of a schema.
  return Array.isArray(value)
    ? type === 'array' && value.length === 0
    : additionalProperties !== undefined &&
        isObject(value) &&
        Object.keys(value).length === 0;
}
