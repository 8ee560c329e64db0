import stringify from 'fast-json-stable-stringify';
import { isObject } from '../kubernetes/reading/readField';
import { childPath, type FieldError } from './FieldError';
import { getOwn } from './json';
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
      ...checkList(value, schema, path),
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
      ? validateListTypes(child, property, placeOf(schema, path, key))
      : [];
  });
}

/**
 * A place as `field.Path` writes it, unlike the paths of kube-openapi: keys of maps stand in brackets.
 * @internal
 */
export function placeOf(
  schema: StructuralSchema,
  path: string,
  key: string,
): string {
  return schema.properties?.has(key) ? childPath(path, key) : `${path}[${key}]`;
}

function checkList(
  list: readonly unknown[],
  { listType, listMapKeys = [] }: StructuralSchema,
  path: string,
): FieldError[] {
  if (listType === 'set') {
    return findDuplicates(list, path);
  }
  if (listType !== 'map') {
    return [];
  }
  const wrong = list.findIndex(item => item !== null && !isObject(item));
  return wrong === -1
    ? findDuplicates(
        list.map(item => keysOf(item, listMapKeys)),
        path,
      )
    : [
        {
          type: 'Invalid',
          field: `${path}[${wrong}]`,
          value: list[wrong],
          detail: 'must be an object for an array of list-type map',
        },
      ];
}

function keysOf(item: unknown, keys: readonly string[]): unknown {
  return Object.fromEntries(
    keys.flatMap(key => {
      const value = isObject(item) ? getOwn(item, key) : undefined;
      return value === undefined ? [] : [[key, value]];
    }),
  );
}

/** What is there three times is told of once, at its second place. */
function findDuplicates(list: readonly unknown[], path: string): FieldError[] {
  // By their text, not each with each: a list may be as long as a request can be.
  const counts = new Map<string, number>();
  return list.flatMap((value, index): FieldError[] => {
    const text = stringify(value);
    const earlier = counts.get(text) ?? 0;
    counts.set(text, earlier + 1);
    return earlier === 1
      ? [{ type: 'Duplicate', field: `${path}[${index}]`, value }]
      : [];
  });
}
