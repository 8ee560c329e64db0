import { z } from 'zod';
import { filledFormSchema } from './filledForm';
import { fieldReasonSchema, requestVerdictSchema } from './impact';

/**
 * Another platform that offers the same service.
 * @public
 */
export const copyTargetSchema = z.object({
  platform: z.string(),
  platformTitle: z.string(),
  version: z.string().optional(),
  /** The order form there, filled in with what this request says. */
  form: filledFormSchema,
  /** What the API there makes of it. */
  verdict: requestVerdictSchema,
  reasons: z.array(fieldReasonSchema),
  differences: z.array(
    z.object({
      path: z.string(),
      before: z.json().optional(),
      after: z.json().optional(),
    }),
  ),
});

/**
 * `GET /requests/:platform/:promise/:namespace/:name/copies`: where the same could be ordered, and what of it
 * does not fit there.
 * @public
 */
export const copiesResponseSchema = z.object({
  targets: z.array(copyTargetSchema),
  /** Titles of platforms of which it is not known whether they offer it. */
  unknown: z.array(z.string()),
});

/** @public */
export type CopyTarget = z.infer<typeof copyTargetSchema>;
/** @public */
export type CopiesResponse = z.infer<typeof copiesResponseSchema>;
