import { getOwn, isObject } from '../json/json';
import type { JsonObject } from '../json/json';
import type { JsonSchema } from './JsonSchema';

const ownedByServer = new Set(['apiVersion', 'kind', 'metadata']);

/**
 * Removes, in place, each field that the schema does not know, and returns their paths.
 * Source of the rules: apiextensions-apiserver/pkg/apiserver/schema/pruning/algorithm.go.
 * @internal
 */
export function pruneUnknown(
  value: unknown,
  schema: JsonSchema,
  options: { isRoot: boolean; path?: string },
): string[] {
  const removed: string[] = [];
  prune(value, schema, options.path ?? '', options.isRoot, removed);
  return removed;
}

function prune(
  value: unknown,
  schema: JsonSchema,
  path: string,
  isResource: boolean,
  removed: string[],
): void {
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      if (schema.items) {
        prune(
          item,
          schema.items,
          `${path}[${index}]`,
          schema.items['x-kubernetes-embedded-resource'] === true,
          removed,
        );
      }
    });
  } else if (isObject(value)) {
    pruneObject(value, schema, path, isResource, removed);
  }
}

function pruneObject(
  value: JsonObject,
  schema: JsonSchema,
  path: string,
  isResource: boolean,
  removed: string[],
): void {
  for (const key of Object.keys(value)) {
    const isNamed =
      schema.properties !== undefined && Object.hasOwn(schema.properties, key);
    if (isResource && ownedByServer.has(key)) {
      continue;
    }
    const keyPath = path === '' ? key : `${path}.${key}`;
    const property = isNamed
      ? schema.properties?.[key]
      : mapValueSchema(schema);
    if (property) {
      const embedded = property['x-kubernetes-embedded-resource'] === true;
      prune(getOwn(value, key), property, keyPath, embedded, removed);
    } else if (!keepsUnknown(schema)) {
      delete value[key];
      removed.push(keyPath);
    }
  }
}

function mapValueSchema(schema: JsonSchema): JsonSchema | undefined {
  return typeof schema.additionalProperties === 'object'
    ? schema.additionalProperties
    : undefined;
}

function keepsUnknown(schema: JsonSchema): boolean {
  return (
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    schema.additionalProperties === true
  );
}
