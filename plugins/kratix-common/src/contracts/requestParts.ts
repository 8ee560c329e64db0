import { z } from 'zod';
import { requestRowSchema } from './requestList';

/**
 * `GET /requests/:platform/:promise/:namespace/:name/parts`: what a compound request is made of, and what
 * it is part of; only what the person may read.
 * @public
 */
export const requestPartsResponseSchema = z.object({
  /** What it is part of. */
  parents: z.array(requestRowSchema),
  /** Every part below it, each before its own parts. */
  parts: z.array(
    z.object({
      request: requestRowSchema,
      /** 1 for its own parts, 2 for theirs. */
      depth: z.number(),
    }),
  ),
  /** True when there are more parts, or deeper ones, than are listed. */
  isCut: z.boolean(),
});

/** @public */
export type RequestPartsResponse = z.infer<typeof requestPartsResponseSchema>;
