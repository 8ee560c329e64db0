import type { JsonObject } from '@backstage/types';
import type { CrdSchema, NodeKind } from '../crdSchema/crdSchema';
import { isPlainValue } from '../kubernetes/plainValue';
import { addSentence, describeNode } from './describeNode';
import type { FormNode, FormPosition, FormRun } from './FormNode';
import { readScalarRules } from './scalarRules';
import { leaveToPlatform } from './unsaidRules';

type ScalarKind = Exclude<NodeKind, 'object' | 'map' | 'array' | 'any'>;

/**
 * One field: text, number, choice or switch.
 * @internal
 */
export function buildScalarNode(
  schema: CrdSchema,
  kind: ScalarKind,
  { position, run }: { position: FormPosition; run: FormRun },
): FormNode {
  if (kind !== 'intOrString' && (schema.oneOf || schema.anyOf)) {
    leaveToPlatform(position.path, 'a choice of formats', run);
  }
  const { words, ui } = describeNode(schema, position, run);
  const rules = readScalarRules(schema, kind, message =>
    leaveToPlatform(position.path, message, run),
  );
  const preset = readPreset(schema, kind);
  const placeholder = choosePlaceholder(schema, preset, position);
  const isPrefilled = preset !== undefined && position.isCertain;
  return {
    form: {
      type: typeOf(kind, schema),
      ...(preset !== undefined && !isPrefilled
        ? addSentence(words, `Default: ${String(preset)}`)
        : words),
      ...rules.schema,
      ...(isPrefilled && { default: preset }),
      ...(placeholder && { 'ui:placeholder': placeholder }),
      ...chooseWidget(kind, { schema, isShownDefault: isPrefilled, preset }),
      ...ui,
    },
    isSet: {},
    demand: undefined,
    hasUi: false,
  };
}

/** A number or a text; a text field shows both, and what is a number is sent as one. */
function typeOf(kind: ScalarKind, schema: CrdSchema): JsonObject['type'] {
  const type = kind === 'intOrString' ? 'string' : kind;
  // Next to `null` the renderer takes the other type; an enum would need null among its values.
  return schema.nullable === true && !schema.enum ? [type, 'null'] : type;
}

function readPreset(
  schema: CrdSchema,
  kind: ScalarKind,
): string | number | boolean | undefined {
  const { default: preset } = schema;
  switch (kind) {
    case 'boolean':
      return typeof preset === 'boolean' ? preset : undefined;
    case 'integer':
    case 'number':
      return typeof preset === 'number' ? preset : undefined;
    case 'intOrString':
      return typeof preset === 'number' || typeof preset === 'string'
        ? String(preset)
        : undefined;
    default:
      return typeof preset === 'string' && preset !== '' ? preset : undefined;
  }
}

function choosePlaceholder(
  schema: CrdSchema,
  preset: string | number | boolean | undefined,
  { isCertain }: FormPosition,
): string | undefined {
  if (preset !== undefined) {
    return isCertain ? undefined : String(preset);
  }
  const { example } = schema;
  return typeof example === 'string' || typeof example === 'number'
    ? String(example).slice(0, 200)
    : undefined;
}

/**
 * A tick box cannot show "unset": where unset means yes, people get a choice instead.
 */
function chooseWidget(
  kind: ScalarKind,
  about: { schema: CrdSchema; isShownDefault: boolean; preset: unknown },
): JsonObject {
  if (kind === 'boolean' && !about.isShownDefault && about.preset === true) {
    return { 'ui:widget': 'select' };
  }
  if (kind === 'string' && about.schema.format === 'password') {
    return { 'ui:widget': 'password' };
  }
  return {};
}

/** @internal */
export function isPlainScalar(value: unknown): boolean {
  return typeof value !== 'object' && isPlainValue(value);
}
