import { z } from 'zod';
import { wordingSchema } from './wording';

/**
 * What is wrong with one object of a platform.
 * @public
 */
export const objectProblemSchema = z.object({
  code: z.string(),
  message: z.string(),
  /** Translatable form of `message`. */
  wording: wordingSchema.optional(),
  path: z.string().optional(),
  kind: z.string(),
  /** Absent for what belongs to the platform, and so may be told to who may not read requests. */
  namespace: z.string().optional(),
  name: z.string(),
  /** Where its page is; absent where the catalog has none. */
  entityRef: z.string().optional(),
});
