import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import { parse } from 'yaml';
import {
  asSchema,
  nodeKindOf,
  requiredOf,
  specSchemaOf,
  type CrdSchema,
} from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/readField';
import { dropStaleBranches } from './dropStaleBranches';

/**
 * Step 5 of 7: what a person meant by the values of a form, as the platform takes it. A form's renderer
 * leaves empty texts, lists and objects behind, and values of choices that were taken back; all these are
 * unset. `false` and `0` are values. Keys that the schema does not know stay: the platform says so then,
 * which is better than losing what somebody asked for.
 *
 * @param apiSchema - `PromiseApi.schema`
 * @param values - values for `spec`
 * @public
 */
export function pruneFormValues(
  apiSchema: JsonObject,
  values: Readonly<Record<string, unknown>>,
): JsonObject {
  const specSchema = specSchemaOf(apiSchema) ?? {};
  const pruned = pruneValue(values as JsonObject, {
    schema: specSchema,
    isRequired: true,
  });
  return isObject(pruned) ? (pruned as JsonObject) : {};
}

interface Place {
  readonly schema: CrdSchema;
  /** To leave it out would be a mistake of another kind, so an empty value stays. */
  readonly isRequired: boolean;
}

function pruneValue(
  value: JsonValue | undefined,
  place: Place,
): JsonValue | undefined {
  const { schema, isRequired } = place;
  const kind = nodeKindOf(schema);
  if (value === undefined) {
    return undefined;
  }
  if (value === null) {
    return schema.nullable === true || isFree(schema) ? null : undefined;
  }
  switch (kind) {
    case 'intOrString':
      return pruneText(toIntOrString(value), place);
    case 'string':
      return pruneText(value, place);
    case 'integer':
    case 'number':
      return pruneText(toNumber(value), { ...place, isRequired: false });
    case 'boolean':
      return pruneText(value, { ...place, isRequired: false });
    case 'any':
      return fromYamlText(value, schema);
    default:
      return pruneContainer(fromYamlText(value, schema), {
        schema,
        isRequired,
      });
  }
}

function pruneContainer(value: JsonValue, place: Place): JsonValue | undefined {
  if (Array.isArray(value)) {
    return pruneArray(value, place);
  }
  if (!isObject(value)) {
    return value; // of the wrong type: the platform says so
  }
  const object = value as JsonObject;
  return nodeKindOf(place.schema) === 'map'
    ? pruneMap(object, place)
    : pruneObject(object, place);
}

function pruneObject(
  value: JsonObject,
  { schema, isRequired }: Place,
): JsonObject | undefined {
  const properties = asSchema(schema.properties);
  const required = requiredOf(schema);
  const current = dropStaleBranches(value, schema);
  const entries = Object.entries(current).flatMap(([name, child]) => {
    const isKnown = Object.hasOwn(properties, name);
    const pruned = isKnown
      ? pruneValue(child, {
          schema: asSchema(properties[name]),
          isRequired: required.includes(name),
        })
      : child;
    return pruned === undefined ? [] : [[name, pruned] as const];
  });
  const pruned = Object.fromEntries(entries);
  return isRequired || !isHollow(pruned, schema) ? pruned : undefined;
}

/**
 * Whether nothing was filled in: an optional object is not there for the empty lists that it would have to
 * hold. What an editor handed over is always meant.
 */
function isHollow(value: JsonValue | undefined, schema: CrdSchema): boolean {
  const kind = nodeKindOf(schema);
  if (kind === 'object' && isObject(value)) {
    const properties = asSchema(schema.properties);
    return Object.entries(value as JsonObject).every(
      ([name, child]) =>
        Object.hasOwn(properties, name) &&
        isHollow(child, asSchema(properties[name])),
    );
  }
  if (kind === 'array' || kind === 'map') {
    return isEmpty(value) && !isFilled(schema.default);
  }
  return value === '';
}

function pruneMap(
  value: JsonObject,
  { schema, isRequired }: Place,
): JsonObject | undefined {
  const valueSchema = asSchema(schema.additionalProperties);
  const entries = Object.entries(value).flatMap(([name, child]) => {
    // Somebody typed the key: an empty text behind it is meant.
    const pruned = pruneValue(child, { schema: valueSchema, isRequired: true });
    return pruned === undefined ? [] : [[name, pruned] as const];
  });
  return entries.length > 0 || isRequired || isFilled(schema.default)
    ? Object.fromEntries(entries)
    : undefined;
}

function pruneArray(
  value: JsonArray,
  { schema, isRequired }: Place,
): JsonArray | undefined {
  const itemSchema = asSchema(schema.items);
  const isSection = ['object', 'map', 'any'].includes(nodeKindOf(itemSchema));
  const items = value.flatMap(item => {
    const pruned = pruneValue(item, {
      schema: itemSchema,
      isRequired: isSection,
    });
    return pruned === undefined ? [] : [pruned];
  });
  // An emptied list says something only where the platform would fill it otherwise.
  return items.length > 0 || isRequired || isFilled(schema.default)
    ? items
    : undefined;
}

function pruneText(
  value: JsonValue,
  { schema, isRequired }: Place,
): JsonValue | undefined {
  if (value !== '') {
    return value;
  }
  const isAllowed = Array.isArray(schema.enum) && schema.enum.includes('');
  return isAllowed || isRequired ? value : undefined;
}

/** A form shows a number-or-text as text; what reads as a whole number was one. */
function toIntOrString(value: JsonValue): JsonValue {
  return typeof value === 'string' &&
    /^(0|-?[1-9]\d*)$/.test(value) &&
    Number.isSafeInteger(Number(value))
    ? Number(value)
    : value;
}

function toNumber(value: JsonValue): JsonValue {
  return typeof value === 'string' &&
    /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(value) &&
    Number.isFinite(Number(value))
    ? Number(value)
    : value;
}

/**
 * Where an object or a list belongs, a text is YAML that an editor handed over as it was typed.
 */
function fromYamlText(value: JsonValue, { type }: CrdSchema): JsonValue {
  if (typeof value !== 'string' || (type !== 'object' && type !== 'array')) {
    return value;
  }
  try {
    const parsed: unknown = parse(value, { maxAliasCount: 100 });
    return Array.isArray(parsed) || isObject(parsed)
      ? (parsed as JsonValue)
      : value;
  } catch {
    return value; // not YAML: the platform refuses it, naming the field
  }
}

function isFree(schema: CrdSchema): boolean {
  return (
    schema['x-kubernetes-preserve-unknown-fields'] === true &&
    schema.type === undefined
  );
}

function isFilled(preset: unknown): boolean {
  return typeof preset === 'object' && preset !== null && !isEmpty(preset);
}

function isEmpty(value: unknown): boolean {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).length === 0
  );
}
