import type { JsonObject, JsonValue } from '@backstage/types';
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

/**
 * Whether a value from a schema may stand in an entity. The catalog reads addresses for objects like
 * `{ $text: … }` wherever they are in an entity (`PlaceholderProcessor` of plugin-catalog-backend), so a
 * Promise could make it fetch anything.
 * @internal
 */
export function isPlainValue(value: unknown): value is JsonValue {
  if (Array.isArray(value)) {
    return value.every(isPlainValue);
  }
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).every(
      ([key, child]) => isPlainName(key) && isPlainValue(child),
    );
  }
  return value !== undefined;
}

/**
 * Whether a key from a schema may stand in an entity and in a form.
 * @internal
 */
export function isPlainName(name: string): boolean {
  return name !== '' && !name.startsWith('$') && name !== '__proto__';
}

function textOf(value: unknown, max: number): string {
  return typeof value === 'string' ? cutText(value.trim(), max) : '';
}
