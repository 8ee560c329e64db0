import { isObject } from '../kubernetes/readField';
import { propertySchema, type StructuralSchema } from './StructuralSchema';

/**
 * Removes, in place, each `null` of an object that the API server would leave out or replace by a default.
 * @internal
 */
export function dropUnwantedNulls(
  value: unknown,
  schema: StructuralSchema | undefined,
): void {
  if (Array.isArray(value)) {
    value.forEach(item => dropUnwantedNulls(item, schema?.items));
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const property = schema && propertySchema(schema, key);
      if (value[key] === null && property && !property.nullable) {
        delete value[key];
      } else {
        dropUnwantedNulls(value[key], property);
      }
    }
  }
}
