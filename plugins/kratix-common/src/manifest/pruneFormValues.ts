import type { JsonArray, JsonObject, JsonValue } from '@backstage/types';
import {
  asSchema,
  nodeKindOf,
  requiredOf,
  specSchemaOf,
  type CrdSchema,
} from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/reading/readField';
import { applyDefaults } from '../structural/pruning/applyDefaults';
import { requiredByChoice } from '../crdSchema/readAlternatives';
import { cloneJson, equalJson } from '../structural/json';
import { readStructuralSchema } from '../structural/readStructuralSchema';
import { dropStaleBranches } from './dropStaleBranches';
import { isFilled, isHollow } from './isHollow';
import { keptSecrets } from './keptSecrets';
import { childOf, unshown } from './readPrevious';
import {
  fromYamlText,
  isFree,
  pruneText,
  toIntOrString,
  toNumber,
} from './readFormValue';
import { toFormValues } from './toFormValues';

/**
 * What is known beside the values of a form.
 * @public
 */
export interface PruneOptions {
  /**
   * The `spec` that the form was opened with. What stands in it is meant, also where a form would leave the
   * same behind untouched: an empty list, an object without fields, a value that is the default.
   */
  readonly previous?: Readonly<Record<string, unknown>>;
}

/**
 * Step 5 of 7: what a person meant by the values of a form, as the platform takes it. A form's renderer
 * leaves empty texts, lists and objects behind, fills in defaults, and keeps values of choices that were
 * taken back; all these are unset. `false` and `0` are values. Keys that the schema does not know stay: the
 * platform says so then, which is better than losing what somebody asked for.
 *
 * @param apiSchema - `PromiseApi.schema`
 * @param values - values for `spec`
 * @public
 */
export function pruneFormValues(
  apiSchema: JsonObject,
  values: Readonly<Record<string, unknown>>,
  { previous }: PruneOptions = {},
): JsonObject {
  const specSchema = specSchemaOf(apiSchema) ?? {};
  const pruned = pruneValue(values as JsonObject, {
    schema: specSchema,
    isRequired: true,
    isCertain: true,
    previous: previous && toFormValues(apiSchema, previous as JsonObject),
  });
  return isObject(pruned) ? (pruned as JsonObject) : {};
}

interface Place {
  readonly schema: CrdSchema;
  /** To leave it out would be a mistake of another kind, so an empty value stays. */
  readonly isRequired: boolean;
  /** The form fills in its default, so a value that is the default says nothing (`buildObjectNode`). */
  readonly isCertain: boolean;
  /** What was here when the form was opened. */
  readonly previous: JsonValue | undefined;
}

function pruneValue(
  value: JsonValue | undefined,
  place: Place,
): JsonValue | undefined {
  const { schema, previous } = place;
  if (value === undefined) {
    return undefined;
  }
  if (previous !== undefined && equalJson(value, previous)) {
    return value;
  }
  if (value === null) {
    return schema.nullable === true || isFree(schema) ? null : undefined;
  }
  const pruned = pruneMeant(value, place);
  return pruned !== undefined &&
    place.isCertain &&
    previous === undefined &&
    isDefault(pruned, schema)
    ? undefined
    : pruned;
}

function pruneMeant(value: JsonValue, place: Place): JsonValue | undefined {
  const { schema } = place;
  switch (nodeKindOf(schema)) {
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
      return pruneContainer(fromYamlText(value, schema), place);
  }
}

/** Whether the API server would make the same of nothing. */
function isDefault(value: JsonValue, schema: CrdSchema): boolean {
  const { default: preset } = schema;
  if (preset === undefined || preset === null) {
    return false;
  }
  const structural = readStructuralSchema(schema);
  const [given, filled] = [cloneJson(value), cloneJson(preset)];
  applyDefaults(given, structural);
  applyDefaults(filled, structural);
  return equalJson(given, filled);
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

function pruneObject(value: JsonObject, place: Place): JsonObject | undefined {
  const { schema, isRequired, previous } = place;
  const properties = asSchema(schema.properties);
  const current = dropStaleBranches(value, schema, previous);
  const required = requiredOf(schema);
  const chosen = requiredByChoice(current, schema);
  const isCertain = place.isCertain && (isRequired || isObject(schema.default));
  const entries = Object.entries(current).flatMap(([name, child]) => {
    const isKnown = Object.hasOwn(properties, name);
    const pruned = isKnown
      ? pruneValue(child, {
          schema: asSchema(properties[name]),
          isRequired: required.includes(name) || chosen.has(name),
          isCertain: isCertain && !chosen.has(name),
          previous: childOf(previous, name),
        })
      : child;
    return pruned === undefined ? [] : [[name, pruned] as const];
  });
  const pruned = Object.fromEntries([
    ...entries,
    ...unshown(previous),
    ...keptSecrets(value, { schema, previous }),
  ]);
  const isEmptied = isFilled(schema.default) && place.isCertain;
  return isRequired ||
    isEmptied ||
    !isHollow(pruned, schema, isCertain) ||
    (previous !== undefined && isHollow(previous, schema, isCertain))
    ? pruned
    : undefined;
}

function pruneMap(
  value: JsonObject,
  { schema, isRequired, isCertain, previous }: Place,
): JsonObject | undefined {
  const valueSchema = asSchema(schema.additionalProperties);
  const entries = Object.entries(value).flatMap(([name, child]) => {
    // Somebody typed the key: an empty text behind it is meant.
    const pruned = pruneValue(child, {
      schema: valueSchema,
      isRequired: true,
      isCertain: false,
      previous: childOf(previous, name),
    });
    return pruned === undefined ? [] : [[name, pruned] as const];
  });
  entries.push(...unshown(previous));
  return entries.length > 0 ||
    isRequired ||
    (isFilled(schema.default) && isCertain)
    ? Object.fromEntries(entries)
    : undefined;
}

function pruneArray(
  value: JsonArray,
  { schema, isRequired, isCertain, previous }: Place,
): JsonArray | undefined {
  // An entry that is what its default says is an entry all the same.
  const { default: _, ...itemSchema } = asSchema(schema.items);
  const isSection = ['object', 'map', 'array', 'any'].includes(
    nodeKindOf(itemSchema),
  );
  const items = value.flatMap((item, index) => {
    const before = childOf(previous, index);
    const pruned = pruneValue(item, {
      schema: itemSchema,
      isRequired: isSection,
      // An entry that somebody added is there, and stays there.
      isCertain: isSection,
      previous: before,
    });
    return pruned === undefined ? [] : [pruned];
  });
  // An emptied list says something only where the platform would fill it otherwise.
  return items.length > 0 ||
    isRequired ||
    (isFilled(schema.default) && isCertain)
    ? items
    : undefined;
}
