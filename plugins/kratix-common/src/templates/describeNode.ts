import type { JsonObject } from '@backstage/types';
import type { CrdSchema } from '../crdSchema/crdSchema';
import { cutText } from '../kubernetes/bounds';
import { titleFromName } from '../names/titleFromName';
import type { FormPosition, FormRun } from './FormNode';
import { readPortalHints } from './portalHints';

const maxDescriptionLength = 1_000;

/**
 * Title, description and `ui:*` keys that every kind of node has in common.
 * @internal
 */
export function describeNode(
  schema: CrdSchema,
  { name }: FormPosition,
  run: FormRun,
): { readonly words: JsonObject; readonly ui: JsonObject } {
  const hints = readPortalHints(schema);
  const description = textOf(schema.description, maxDescriptionLength);
  const isLocked = run.mode === 'update' && hints.immutable;
  return {
    words: {
      title: hints.title ?? (textOf(schema.title, 200) || titleFromName(name)),
      ...(description && { description }),
    },
    ui: {
      ...(hints.widget && { 'ui:widget': hints.widget }),
      ...(hints.field && { 'ui:field': hints.field }),
      ...(hints.options && { 'ui:options': hints.options }),
      ...(hints.placeholder && { 'ui:placeholder': hints.placeholder }),
      ...(hints.help && { 'ui:help': hints.help }),
      ...(isLocked && { 'ui:readonly': true, 'ui:disabled': true }),
    },
  };
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
