import type { JsonObject } from '@backstage/types';
import type { CrdSchema, NodeKind } from '../../crdSchema/crdSchema';
import { saysSecret } from '../../offers/findSecretPaths';
import { isObject } from '../../kubernetes/reading/readField';
import { addSentence, describeNode } from './describeNode';
import type { FormNode, FormPosition, FormRun } from './FormNode';
import { readScalarRules } from './scalarRules';
import { sayCombinations } from './combinations';
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
  const described = describeNode(schema, position, run);
  const { words, ui } =
    kind === 'string' && saysSecret(schema) ? hideTyped(described) : described;
  const rules = readScalarRules(schema, kind, message =>
    leaveToPlatform(position.path, message, run),
  );
  const preset = readPreset(schema, kind);
  const placeholder = choosePlaceholder(schema, preset, position);
  const isPrefilled = preset !== undefined && position.isCertain;
  return {
    form: {
      ...typeOf(kind, schema),
      ...(preset !== undefined && !isPrefilled
        ? addSentence(words, `Default: ${String(preset)}`)
        : words),
      ...rules.schema,
      ...sayCombinations(schema, kind),
      ...(isPrefilled && { default: preset }),
      ...(placeholder && { 'ui:placeholder': placeholder }),
      ...chooseWidget(kind, { position, isShownDefault: isPrefilled, preset }),
      ...ui,
    },
    isSet: {},
    demand: undefined,
    hasUi: false,
  };
}

/**
 * For a number or a text the renderer takes the first of the types, which is a text field; what was typed and
 * is a number is sent as one (`pruneFormValues`). Next to `null` it takes the other type.
 * @internal
 */
export function typeOf(kind: ScalarKind, schema: CrdSchema): JsonObject {
  const types = kind === 'intOrString' ? ['string', 'integer'] : [kind];
  // An enum needs null among its values.
  const isNullable =
    schema.nullable === true &&
    (!Array.isArray(schema.enum) || schema.enum.includes(null));
  const all = isNullable ? [...types, 'null'] : types;
  return { type: all.length > 1 ? all : kind };
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
        ? preset
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
 * A tick box cannot show "unset": where unset means yes, people get a choice instead, and so they do where
 * they must answer, for a box that was not touched is no answer.
 */
function chooseWidget(
  kind: ScalarKind,
  about: { position: FormPosition; isShownDefault: boolean; preset: unknown },
): JsonObject {
  if (kind !== 'boolean' || about.isShownDefault) {
    return {};
  }
  if (about.preset === true) {
    return { 'ui:widget': 'select' };
  }
  return about.position.isRequired && about.preset === undefined
    ? { 'ui:widget': 'radio' }
    : {};
}

/**
 * Hides what is typed, without the password widget: Backstage's form says of that one that it is insecure, and
 * offers its `Secret` field instead, which would keep the value out of the request.
 */
function hideTyped({ words, ui }: ReturnType<typeof describeNode>) {
  const { 'ui:widget': widget, 'ui:options': options, ...rest } = ui;
  const isOther = widget !== undefined && widget !== 'password';
  return {
    words: addSentence(
      words,
      'It becomes part of the request: whoever may read that can read it.',
    ),
    ui:
      isOther || rest['ui:field'] !== undefined
        ? ui
        : {
            'ui:backstage': { review: { mask: '••••••' } },
            ...rest,
            'ui:autocomplete': 'new-password',
            'ui:options': {
              inputType: 'password',
              ...(isObject(options) && (options as JsonObject)),
            },
          },
  };
}
