import { getOwn, isObject } from '../json/json';
import type { JsonObject } from '../json/json';
import type { JsonSchema } from '../schema/JsonSchema';
import { propertySchema } from '../schema/JsonSchema';

/**
 * How the parts of a value are merged and owned: whole, field by field, or item by item.
 * Source: sigs.k8s.io/structured-merge-diff; without a schema, objects are granular and lists atomic.
 * @internal
 */
export type MergeKind = 'atomic' | 'object' | 'set' | 'map';

/** @internal */
export function mergeKindOf(
  value: unknown,
  schema: JsonSchema | undefined,
): MergeKind {
  if (Array.isArray(value)) {
    const listType = schema?.['x-kubernetes-list-type'];
    return listType === 'set' || listType === 'map' ? listType : 'atomic';
  }
  return isObject(value) && schema?.['x-kubernetes-map-type'] !== 'atomic'
    ? 'object'
    : 'atomic';
}

/** The path element that names an item of a set or map list. @internal */
export function itemElement(
  item: unknown,
  kind: 'set' | 'map',
  schema: JsonSchema | undefined,
): string {
  if (kind === 'set') {
    return `v:${JSON.stringify(item)}`;
  }
  const keys = [...(schema?.['x-kubernetes-list-map-keys'] ?? [])].sort();
  const values = keys
    .map(key => [key, keyValue(item, key, schema)] as const)
    .filter(([, value]) => value !== undefined);
  return `k:${JSON.stringify(Object.fromEntries(values))}`;
}

function keyValue(
  item: unknown,
  key: string,
  schema: JsonSchema | undefined,
): unknown {
  const value = isObject(item) ? getOwn(item, key) : undefined;
  return value ?? schema?.items?.properties?.[key]?.default;
}

/** @internal */
export function fieldSchema(
  schema: JsonSchema | undefined,
  key: string,
): JsonSchema | undefined {
  return schema ? propertySchema(schema, key) : undefined;
}

/** True when the schema names the field; a key of a map is a place of its own. @internal */
export function isNamedField(
  schema: JsonSchema | undefined,
  key: string,
): boolean {
  return (
    schema?.properties !== undefined && Object.hasOwn(schema.properties, key)
  );
}

/** True for what is there before anybody sets it: metadata, and what Go writes out even when empty. @internal */
export function isAlwaysPresent(
  schema: JsonSchema | undefined,
  key: string,
): boolean {
  return schema?.alwaysPresent?.includes(key) === true;
}

/** The schema of a whole object, with how the API server owns its metadata. @internal */
export function withMetadata(schema: JsonSchema | undefined): JsonSchema {
  return {
    ...schema,
    alwaysPresent: [...(schema?.alwaysPresent ?? []), 'metadata'],
    properties: { ...schema?.properties, metadata: metadataSchema },
  };
}

const metadataSchema: JsonSchema = {
  type: 'object',
  properties: {
    labels: { type: 'object', additionalProperties: { type: 'string' } },
    annotations: { type: 'object', additionalProperties: { type: 'string' } },
    finalizers: {
      type: 'array',
      items: { type: 'string' },
      'x-kubernetes-list-type': 'set',
    },
    ownerReferences: {
      type: 'array',
      items: { type: 'object', 'x-kubernetes-map-type': 'atomic' },
      'x-kubernetes-list-type': 'map',
      'x-kubernetes-list-map-keys': ['uid'],
    },
  },
};

/** Source: apimachinery/pkg/util/managedfields/internal/stripmeta.go. */
const neverOwned = new Set([
  'name',
  'namespace',
  'creationTimestamp',
  'deletionTimestamp',
  'deletionGracePeriodSeconds',
  'selfLink',
  'uid',
  'generation',
  'managedFields',
  'resourceVersion',
]);

/** The object without what nobody can own. @internal */
export function ownablePart(object: JsonObject): JsonObject {
  const { apiVersion: _apiVersion, kind: _kind, metadata, ...rest } = object;
  const kept = Object.fromEntries(
    Object.entries(isObject(metadata) ? metadata : {}).filter(
      ([key]) => !neverOwned.has(key),
    ),
  );
  return Object.keys(kept).length > 0 ? { ...rest, metadata: kept } : rest;
}
