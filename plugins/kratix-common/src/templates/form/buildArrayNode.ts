import type { JsonObject } from '@backstage/types';
import {
  asSchema,
  nodeKindOf,
  type CrdSchema,
} from '../../crdSchema/crdSchema';
import { isPlainValue } from '../../kubernetes/reading/plainValue';
import { buildYamlNode } from './buildYamlNode';
import { describeNode } from './describeNode';
import type { FormNode, FormPosition, FormRun } from './FormNode';
import { lengthOf } from './scalarRules';

/**
 * A list of fields or of sections. A list of values that only YAML can show is one YAML editor.
 * @internal
 */
export function buildArrayNode(
  schema: CrdSchema,
  position: FormPosition,
  run: FormRun,
): FormNode {
  const itemSchema = asSchema(schema.items);
  const itemKind = nodeKindOf(itemSchema);
  if (itemKind === 'any') {
    return buildYamlNode(schema, position, run);
  }
  const { words, ui } = describeNode(schema, position, run);
  const item = run.build(itemSchema, {
    name: position.name,
    path: `${position.path}[]`,
    depth: position.depth + 1,
    isRequired: true,
    isCertain: true, // an entry that somebody added is there
    budget: position.budget - 1,
  });
  return {
    form: {
      type: schema.nullable === true ? ['array', 'null'] : 'array',
      ...words,
      items: withoutRepeatedWords(item.form, itemSchema),
      ...readListRules(schema, position, item.form),
      ...ui,
    },
    isSet: { type: 'array', minItems: 1 },
    demand: lengthOf(schema.minItems)
      ? { minItems: lengthOf(schema.minItems) }
      : undefined,
    hasUi: true,
  };
}

function readListRules(
  schema: CrdSchema,
  { isRequired, isCertain }: FormPosition,
  item: JsonObject,
): JsonObject {
  const minItems = lengthOf(schema.minItems);
  const maxItems = lengthOf(schema.maxItems);
  const { default: preset } = schema;
  const isPrefilled =
    isCertain &&
    Array.isArray(preset) &&
    preset.length > 0 &&
    isPlainValue(preset);
  const isSet = schema['x-kubernetes-list-type'] === 'set';
  const isChoice = isSet && Array.isArray(item.enum);
  return {
    // The renderer fills a list up to its minimum: an optional one would no longer be optional.
    ...(minItems && isRequired && isCertain && { minItems }),
    ...(minItems &&
      minItems > 1 &&
      !(isRequired && isCertain) && {
        not: { type: 'array', minItems: 1, maxItems: minItems - 1 },
        errorMessage: { not: `needs at least ${minItems} entries, or none` },
      }),
    ...(maxItems !== undefined && { maxItems }),
    ...(isSet && { uniqueItems: true }),
    ...(isChoice && { 'ui:widget': 'checkboxes' }),
    ...(isPrefilled && { default: preset }),
  };
}

/** The list has the title already; an entry has one only if its author gave it one. */
function withoutRepeatedWords(form: JsonObject, schema: CrdSchema): JsonObject {
  const { title, ...rest } = form;
  return typeof schema.title === 'string' && title !== undefined
    ? { title, ...rest }
    : rest;
}
