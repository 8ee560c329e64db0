import type { JsonValue } from '@backstage/types';
import equal from 'fast-deep-equal';
import { asSchema, type CrdSchema } from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';

/**
 * Stands for "any value at all", as where unknown fields are preserved.
 * @internal
 */
export const ANY_VALUE: CrdSchema = {
  'x-kubernetes-preserve-unknown-fields': true,
  nullable: true,
};

/** @internal */
export function preservesUnknown(schema: CrdSchema): boolean {
  return schema['x-kubernetes-preserve-unknown-fields'] === true;
}

/**
 * What `additionalProperties: true` takes: any value, of which objects lose their fields
 * (apiextensions-apiserver, pkg/apiserver/schema/pruning/algorithm.go).
 */
const ANY_KEY: CrdSchema = { nullable: true };

/** Whether a node takes whatever it is given: no type, no rule. @internal */
export function isAnyValue(schema: CrdSchema): boolean {
  return typeof schema.type !== 'string' && !isIntOrString(schema);
}

/** Whether nothing at all is asked of a value, and nothing of it is dropped. @internal */
export function takesAnything(schema: CrdSchema): boolean {
  return (
    preservesUnknown(schema) &&
    Object.keys(schema).every(
      keyword =>
        keyword === 'description' ||
        keyword === 'x-kubernetes-preserve-unknown-fields',
    )
  );
}

/** @internal */
export function isIntOrString(schema: CrdSchema): boolean {
  return schema['x-kubernetes-int-or-string'] === true;
}

/** The schema of the keys that are not named, undefined when those are dropped. @internal */
export function otherKeysOf(schema: CrdSchema): CrdSchema | undefined {
  const { additionalProperties } = schema;
  if (isObject(additionalProperties)) {
    return additionalProperties;
  }
  if (additionalProperties === true) {
    return ANY_KEY;
  }
  return preservesUnknown(schema) ? ANY_VALUE : undefined;
}

/**
 * The schema that a key is judged by, undefined when the key is dropped. Only a named field gets its default where it
 * is left out: of other keys nobody knows which are missing (apiextensions-apiserver,
 * pkg/apiserver/schema/defaulting/algorithm.go).
 * @internal
 */
export function schemaOfKey(
  schema: CrdSchema,
  key: string,
): CrdSchema | undefined {
  const named = asSchema(schema.properties);
  if (Object.hasOwn(named, key)) {
    return asSchema(named[key]);
  }
  const other = otherKeysOf(schema);
  if (other?.default === undefined) {
    return other;
  }
  const { default: _unused, ...rest } = other;
  return rest;
}

/**
 * The default of a field. `null` is none, whether or not the field may be null: the API server fills nothing in
 * (apiextensions-apiserver/pkg/apiserver/schema/defaulting/algorithm.go, 1.36).
 * @internal
 */
export function defaultOf(schema: CrdSchema): JsonValue | undefined {
  return (schema.default as JsonValue | undefined) ?? undefined;
}

/** @internal */
export function hasDefault(schema: CrdSchema): boolean {
  return defaultOf(schema) !== undefined;
}

/** Whether it, or anything below it, has a default. @internal */
export function hasDefaultWithin(schema: CrdSchema): boolean {
  return (
    hasDefault(schema) ||
    [
      schema.items,
      schema.additionalProperties,
      ...Object.values(asSchema(schema.properties)),
    ].some(child => isObject(child) && hasDefaultWithin(child))
  );
}

/** Entries of a list keyword such as `enum` or `allOf`; none when it is absent. @internal */
export function listOf(schema: CrdSchema, keyword: string): JsonValue[] {
  const value = schema[keyword];
  return Array.isArray(value) ? value : [];
}

/** @internal */
export function numberOf(
  schema: CrdSchema,
  keyword: string,
): number | undefined {
  const value = schema[keyword];
  return typeof value === 'number' ? value : undefined;
}

/** What of `from` is not in `other`, by value. @internal */
export function without(
  from: readonly JsonValue[],
  other: readonly JsonValue[],
): JsonValue[] {
  return from.filter(value => !other.some(entry => equal(entry, value)));
}

/** Whether a schema can refuse an object for the fields that it has. @internal */
export function watchesFields(schema: CrdSchema): boolean {
  return [
    'x-kubernetes-validations',
    'oneOf',
    'anyOf',
    'allOf',
    'not',
    'maxProperties',
  ].some(keyword => schema[keyword] !== undefined);
}

/** Path of a field below another one: `spec.size`, or `spec["a.b"]` where a dot would mislead. @internal */
export function fieldPath(parent: string, name: string): string {
  if (parent === '') {
    return name;
  }
  return /^[\w-]+$/.test(name)
    ? `${parent}.${name}`
    : `${parent}[${JSON.stringify(name)}]`;
}
