import { isObject } from '../../kubernetes/reading/readField';
import { propertySchema, type StructuralSchema } from '../StructuralSchema';

/**
 * Removes, in place, each `null` of an object that is neither allowed nor replaced by a default.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/defaulting/prunenulls.go (1.36).
 * @internal
 */
export function pruneNulls(
  value: unknown,
  schema: StructuralSchema | undefined,
): void {
  if (Array.isArray(value)) {
    value.forEach(item => pruneNulls(item, schema?.items));
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const property = schema && propertySchema(schema, key);
      if (
        value[key] === null &&
        property &&
        !property.nullable &&
        property.default === undefined
      ) {
        delete value[key];
      } else {
        pruneNulls(value[key], property);
      }
    }
  }
}
