import { z } from 'zod';

/**
 * `GET /namespaces/:platform?promise=…`: where requests may live; of a Promise, only where the person who asks
 * may order it.
 * @public
 */
export const namespacesResponseSchema = z.object({
  namespaces: z.array(z.string()),
  /** False when there are more than are listed. */
  isComplete: z.boolean(),
  /** How many are left out because the person may not order there; absent when that was not judged. */
  withheld: z.number().int().optional(),
  /** Why the platform could not say where the person may order: the list then holds more than it should. */
  unjudged: z.string().optional(),
});

/** Query of `GET /namespaces/:platform`. @public */
export const namespacesQuerySchema = z.object({
  promise: z.string().min(1).max(253).optional(),
});

/** @public */
export type NamespacesResponse = z.infer<typeof namespacesResponseSchema>;
