import { z } from 'zod';
import { readAnswer } from './readAnswer';

const pageSchema = z.object({
  metadata: z.object({ continue: z.string().optional() }).optional(),
  items: z.array(z.unknown()),
});

/**
 * One page of a list. Throws ServiceUnavailableError when the answer is no list.
 * @internal
 */
export function readPage(
  json: unknown,
  what: string,
): {
  readonly items: readonly unknown[];
  /** Where the next page begins; undefined on the last. */
  readonly next: string | undefined;
} {
  const { items, metadata } = readAnswer(pageSchema, json, what);
  return { items, next: metadata?.continue || undefined };
}
