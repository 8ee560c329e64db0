import { isObject } from '../json/json';
import type { JsonSchema } from './JsonSchema';
import { propertySchema } from './JsonSchema';

/** Removes, in place, the nulls that Go's decoder of a built-in type reads as absent. @internal */
export function dropNulls(value: unknown, schema: JsonSchema): void {
  if (Array.isArray(value)) {
    const { items } = schema;
    if (items) {
      value.forEach(item => dropNulls(item, items));
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const property = propertySchema(schema, key);
      if (property && value[key] === null) {
        delete value[key];
      } else if (property) {
        dropNulls(value[key], property);
      }
    }
  }
}
