import { isObject } from '../../kubernetes/reading/readField';
import { cloneJson, getOwn, setOwn } from '../json';
import type { StructuralSchema } from '../StructuralSchema';

/**
 * Fills defaults in place, outside in: the default of an object is itself defaulted further. A `null` counts
 * as absent where the schema is not nullable and has a default.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/defaulting/algorithm.go (1.36).
 * @internal
 */
export function applyDefaults(value: unknown, schema: StructuralSchema): void {
  if (Array.isArray(value)) {
    defaultItems(value, schema);
  } else if (isObject(value)) {
    for (const [key, property] of schema.properties ?? []) {
      const current = getOwn(value, key);
      if (
        property.default !== undefined &&
        (current === undefined || isUnwantedNull(current, property))
      ) {
        setOwn(value, key, cloneJson(property.default));
      }
      applyDefaults(getOwn(value, key), property);
    }
    defaultMapValues(value, schema);
  }
}

function defaultItems(value: unknown[], { items }: StructuralSchema): void {
  if (!items) {
    return;
  }
  for (const [index, item] of value.entries()) {
    if (isUnwantedNull(item, items)) {
      value[index] = cloneJson(items.default) ?? null;
    }
    applyDefaults(value[index], items);
  }
}

function defaultMapValues(
  value: Record<string, unknown>,
  { properties, additionalProperties }: StructuralSchema,
): void {
  if (typeof additionalProperties !== 'object') {
    return;
  }
  for (const key of Object.keys(value)) {
    if (!properties?.has(key)) {
      if (isUnwantedNull(value[key], additionalProperties)) {
        setOwn(value, key, cloneJson(additionalProperties.default) ?? null);
      }
      applyDefaults(getOwn(value, key), additionalProperties);
    }
  }
}

function isUnwantedNull(
  value: unknown,
  { nullable }: StructuralSchema,
): boolean {
  return value === null && !nullable;
}
