import { isObject } from '../kubernetes/reading/readField';
import { equalJson, getOwn } from './json';
import { propertySchema, type StructuralSchema } from './StructuralSchema';

/**
 * What stood at a place before an update, where that can be told; undefined where it cannot, or where nothing did.
 * Source: `CorrelatedObject` of k8s.io/apiserver/pkg/cel/common/equality.go (1.36).
 * @public
 */
export interface Before {
  readonly value: unknown;
}

/** Of a property, or of an entry of a map. @internal */
export function beforeKey(
  before: Before | undefined,
  schema: StructuralSchema,
  key: string,
): Before | undefined {
  const value =
    before && isObject(before.value) ? getOwn(before.value, key) : undefined;
  return value === undefined || !propertySchema(schema, key)
    ? undefined
    : { value };
}

/** Of an entry of a list: only what has keys is the same thing over time. @internal */
export function beforeItem(
  before: Before | undefined,
  { listType, listMapKeys = [] }: StructuralSchema,
  item: unknown,
): Before | undefined {
  const list = before?.value;
  if (!Array.isArray(list) || listType !== 'map' || !isObject(item)) {
    return undefined;
  }
  const wanted = listMapKeys.map(key => getOwn(item, key));
  const value = wanted.every(isScalar)
    ? list.find(
        other =>
          isObject(other) &&
          listMapKeys.every((key, at) => getOwn(other, key) === wanted[at]),
      )
    : undefined;
  return value === undefined ? undefined : { value };
}

function isScalar(value: unknown): boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

/**
 * Whether a value is what it was. As in the API server, what has no schema of its own is not: entries of an object
 * that takes any, and unknown fields that are kept.
 * Source: `CachedDeepEqual` of the same file.
 * @internal
 */
export function isAsBefore(
  before: Before,
  value: unknown,
  schema: StructuralSchema,
): boolean {
  const { value: old } = before;
  if (Array.isArray(value) && Array.isArray(old)) {
    return value.length === old.length && areItems(before, value, schema);
  }
  if (Array.isArray(value) || Array.isArray(old)) {
    return false;
  }
  return isObject(value) && isObject(old)
    ? Object.keys(value).length === Object.keys(old).length &&
        areEntries(before, value, schema)
    : equalJson(value, old);
}

function areItems(
  before: Before,
  list: readonly unknown[],
  schema: StructuralSchema,
): boolean {
  const { items, listType } = schema;
  if (listType !== 'map' || !items) {
    return equalJson(list, before.value);
  }
  return list.every(item => {
    const own = beforeItem(before, schema, item);
    return own !== undefined && isAsBefore(own, item, items);
  });
}

function areEntries(
  before: Before,
  object: Readonly<Record<string, unknown>>,
  schema: StructuralSchema,
): boolean {
  return Object.entries(object).every(([key, item]) => {
    const own = beforeKey(before, schema, key);
    const property = propertySchema(schema, key);
    return own && property ? isAsBefore(own, item, property) : false;
  });
}
