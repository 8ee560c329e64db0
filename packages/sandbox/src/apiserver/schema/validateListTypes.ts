import { equalJson, isObject } from '../json/json';
import type { FieldError } from '../status/FieldError';
import type { JsonSchema } from './JsonSchema';
import { propertySchema } from './JsonSchema';

/**
 * Refuses equal entries in lists that a CRD declares a set or a map.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/listtype/validation.go.
 * @internal
 */
export function validateListTypes(
  value: unknown,
  schema: JsonSchema,
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
      ? validateListTypes(child, property, path ? `${path}.${key}` : key)
      : [];
  });
}

function findDuplicates(
  list: readonly unknown[],
  schema: JsonSchema,
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
        value: identity,
      });
    }
    seen.push(identity);
  }
  return errors;
}

function identityOf(
  schema: JsonSchema,
): ((item: unknown) => unknown) | undefined {
  if (schema['x-kubernetes-list-type'] === 'set') {
    return item => item;
  }
  if (schema['x-kubernetes-list-type'] === 'map') {
    const keys = schema['x-kubernetes-list-map-keys'] ?? [];
    return item =>
      Object.fromEntries(
        keys.map(key => [
          key,
          isObject(item)
            ? item[key] ?? schema.items?.properties?.[key]?.default
            : undefined,
        ]),
      );
  }
  return undefined;
}
