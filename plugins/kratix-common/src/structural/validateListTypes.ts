import { isObject } from '../kubernetes/readField';
import { childPath, type FieldError } from './FieldError';
import { equalJson } from './json';
import { propertySchema, type StructuralSchema } from './StructuralSchema';

/**
 * Refuses equal entries in lists that a CRD declares a set or a map.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/listtype/validation.go (1.36).
 * @internal
 */
export function validateListTypes(
  value: unknown,
  schema: StructuralSchema,
  path: string,
): FieldError[] {
  if (Array.isArray(value)) {
    const { items } = schema;
    return [
      ...findDuplicates(value, schema, path),
      ...(items
        ? value.flatMap((item, index) =>
            validateListTypes(item, items, `${path}[${index}]`),
          )
        : []),
    ];
  }
  if (!isObject(value)) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => {
    const property = propertySchema(schema, key);
    return property
      ? validateListTypes(child, property, childPath(path, key))
      : [];
  });
}

function findDuplicates(
  list: readonly unknown[],
  schema: StructuralSchema,
  path: string,
): FieldError[] {
  const identify = identityOf(schema);
  if (!identify) {
    return [];
  }
  const seen: unknown[] = [];
  const errors: FieldError[] = [];
  for (const [index, item] of list.entries()) {
    const identity = identify(item);
    if (seen.some(other => equalJson(other, identity))) {
      errors.push({
        type: 'Duplicate',
        field: `${path}[${index}]`,
        detail: `is there twice: ${JSON.stringify(identity)}`,
      });
    }
    seen.push(identity);
  }
  return errors;
}

function identityOf(
  schema: StructuralSchema,
): ((item: unknown) => unknown) | undefined {
  if (schema.listType === 'set') {
    return item => item;
  }
  if (schema.listType === 'map') {
    const keys = schema.listMapKeys ?? [];
    return item =>
      Object.fromEntries(
        keys.map(key => [
          key,
          isObject(item)
            ? item[key] ?? schema.items?.properties?.get(key)?.default
            : undefined,
        ]),
      );
  }
  return undefined;
}
