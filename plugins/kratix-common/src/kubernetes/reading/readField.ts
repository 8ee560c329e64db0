import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import type { Problem } from '../../model';
import { addProblem } from './addProblem';
import { bounds, cutText } from './bounds';
import { tell } from '../../wording';

/**
 * A part of an object that may be absent, and must not cost the object when it is malformed: the value,
 * or undefined with a problem added.
 * @internal
 */
export function readField<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: string,
  problems: Problem[],
): T | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  addProblem(problems, {
    code: 'unreadable-field',
    ...tell('problem.unreadableField', {
      path,
      reason: firstIssue(result.error),
    }),
    path,
  });
  return undefined;
}

/**
 * The entries of a list that can be read; the first other one becomes a problem. Entries beyond `max` are
 * left out with one problem.
 * @internal
 */
export function readList<T>(
  schema: z.ZodType<T>,
  value: unknown,
  path: string,
  problems: Problem[],
  max: number = bounds.listItems,
): T[] {
  const entries = readField(anyList, value, path, problems) ?? [];
  if (entries.length > max) {
    addProblem(problems, {
      code: 'too-many-entries',
      ...tell('problem.tooManyEntries', {
        path,
        entries: entries.length,
        most: max,
      }),
      path,
    });
  }
  const unreadable: Problem[] = [];
  const kept = entries.slice(0, max).flatMap((entry, index) => {
    const read = readField(schema, entry, `${path}[${index}]`, unreadable);
    return read === undefined ? [] : [read];
  });
  const [first] = unreadable;
  if (first) {
    addProblem(problems, first);
  }
  return kept;
}

/**
 * A JSON object of any content. Not `z.record`, which would visit and copy every entry.
 * @internal
 */
export const looseObject = z.custom<Record<string, unknown>>(
  isObject,
  'must be an object',
);

const anyList = z.custom<unknown[]>(Array.isArray, 'must be a list');

/** One line or paragraph for a person, cut at a sane length. @internal */
export const messageText = z
  .string()
  .transform(text => cutText(text, bounds.messageLength));

/** A name, reason or version: one word. @internal */
export const word = z
  .string()
  .transform(text => cutText(text, bounds.wordLength));

/** Like `word`, and not empty. @internal */
export const nonEmptyWord = word.refine(text => text.length > 0, {
  message: 'must not be empty',
});

/** An RFC 3339 time, as Kubernetes writes it. @internal */
export const timestamp = z
  .string()
  .max(64)
  .refine(text => !Number.isNaN(Date.parse(text)), {
    message: 'must be a time',
  });

/** A counter or generation. @internal */
export const count = z.number().int().nonnegative();

/** A plain string map, bounded. @internal */
export const selectorLabels = looseObject.transform(map =>
  Object.fromEntries(
    Object.entries(map)
      .filter(
        (entry): entry is [string, string] => typeof entry[1] === 'string',
      )
      .slice(0, bounds.labels),
  ),
);

/**
 * An object nested in a JSON value, or an empty one: for walking towards optional parts.
 * @internal
 */
export function childObject(
  parent: unknown,
  key: string,
): Record<string, unknown> {
  const child = isObject(parent) ? parent[key] : undefined;
  return isObject(child) ? child : {};
}

/** @alpha */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * A value for a message: its text, cut; empty for what is not a text. (`String(value)` would throw for an
 * object that brings its own `toString`.)
 * @internal
 */
export function textOf(value: unknown, max: number): string {
  return typeof value === 'string' ? cutText(value, max) : '';
}

/**
 * A parsed JSON document is made of JSON values only; this says so to the compiler.
 * @internal
 */
export function asJsonObject(value: Record<string, unknown>): JsonObject {
  return value as JsonObject;
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) {
    return 'it has an unexpected form';
  }
  const where = issue.path.length > 0 ? `${issue.path.join('.')}: ` : '';
  return `${where}${cutText(issue.message, 200)}`;
}
