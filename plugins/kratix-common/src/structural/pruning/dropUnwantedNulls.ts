import { isObject } from '../../kubernetes/reading/readField';
import { cloneJson, setOwn } from '../json';
import { propertySchema, type StructuralSchema } from '../StructuralSchema';

/**
 * Removes, in place, each `null` of an object that the API server would leave out or replace by a default.
 * @internal
 */
export function dropUnwantedNulls(
  value: unknown,
  schema: StructuralSchema | undefined,
): void {
  if (Array.isArray(value)) {
    const { items } = schema ?? {};
    for (const [index, item] of value.entries()) {
      if (item === null && items?.default !== undefined && !items.nullable) {
        value[index] = cloneJson(items.default);
      }
      dropUnwantedNulls(value[index], items);
    }
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      const property = schema && propertySchema(schema, key);
      if (value[key] === null && property && !property.nullable) {
        replaceNull(value, key, schema);
      } else {
        dropUnwantedNulls(value[key], property);
      }
    }
  }
}

/** A key of a map was written by somebody, and stays with the default; a field comes back by itself. */
function replaceNull(
  value: Record<string, unknown>,
  key: string,
  schema: StructuralSchema,
): void {
  const isNamed = schema.properties?.has(key) === true;
  const preset = isNamed ? undefined : propertySchema(schema, key)?.default;
  if (preset === undefined) {
    delete value[key];
  } else {
    setOwn(value, key, cloneJson(preset));
  }
}
