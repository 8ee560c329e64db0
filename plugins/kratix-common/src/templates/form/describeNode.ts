import type { JsonObject } from '@backstage/types';
import type { CrdSchema } from '../../crdSchema/crdSchema';
import { cutText } from '../../kubernetes/reading/bounds';
import { fieldTitle } from './fieldTitle';
import { findLabelsField } from './findLabelsField';
import type { FormPosition, FormRun } from './FormNode';
import { isObject } from '../../kubernetes/reading/readField';
import { isImmutabilityRule, readPortalHints } from './portalHints';

const maxDescriptionLength = 1_000;

/**
 * Title, description and `ui:*` keys that every kind of node has in common.
 * @internal
 */
export function describeNode(
  schema: CrdSchema,
  { name, isLocked: isLockedByOther }: FormPosition,
  run: FormRun,
): { readonly words: JsonObject; readonly ui: JsonObject } {
  const hints = readPortalHints(schema);
  const isImmutable = hints.immutable || isLockedByOther === true;
  const description = [
    textOf(schema.description, maxDescriptionLength),
    ...ruleSentences(schema),
    ...(isImmutable && run.mode === 'create' ? [cannotChange] : []),
  ]
    .filter(Boolean)
    .join('\n\n');
  const isLocked = run.mode === 'update' && isImmutable;
  const field = hints.field ?? findLabelsField(name, schema);
  return {
    words: {
      title: fieldTitle(name, schema, hints),
      ...(description && { description }),
    },
    ui: {
      ...hints.ui,
      ...(hints.widget && { 'ui:widget': hints.widget }),
      ...(field && { 'ui:field': field }),
      ...(hints.options && { 'ui:options': hints.options }),
      ...(hints.placeholder && { 'ui:placeholder': hints.placeholder }),
      ...(hints.help && { 'ui:help': hints.help }),
      ...(isLocked && { 'ui:readonly': true, 'ui:disabled': true }),
    },
  };
}

const cannotChange = 'It cannot be changed later.';

/** What its rules say about themselves, since the form does not evaluate them. */
function ruleSentences(schema: CrdSchema): string[] {
  const rules = schema['x-kubernetes-validations'];
  const messages = (Array.isArray(rules) ? rules : [])
    .filter(rule => !isImmutabilityRule(rule))
    .map(rule => (isObject(rule) ? textOf(rule.message, 200) : ''))
    .filter(message => message !== '');
  return [...new Set(messages)]
    .slice(0, 5)
    .map(message => message.charAt(0).toUpperCase() + message.slice(1))
    .map(message => (/[.!?…]$/.test(message) ? message : `${message}.`));
}

/**
 * The description with one more sentence.
 * @internal
 */
export function addSentence(words: JsonObject, sentence: string): JsonObject {
  const description =
    typeof words.description === 'string' ? `${words.description}\n\n` : '';
  return { ...words, description: `${description}${sentence}` };
}

function textOf(value: unknown, max: number): string {
  return typeof value === 'string' ? cutText(value.trim(), max) : '';
}
