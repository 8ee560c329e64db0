import { z } from 'zod';
import { wordingSchema } from './wording';

/**
 * One request of a Promise, as a rollout sees it.
 * @public
 */
export const rolloutRequestSchema = z.object({
  namespace: z.string(),
  name: z.string(),
  /** Its page in the catalog; absent where the catalog leaves it out. */
  entityRef: z.string().optional(),
  owner: z.string().optional(),
  labels: z.record(z.string(), z.string()),
  /** A revision's version, or `latest`; absent where Kratix has bound it to none. */
  following: z.string().optional(),
  /** The version that it really runs; absent before its first run is done. */
  applied: z.string().optional(),
  /** The version at which it failed last, if it did. */
  failed: z.string().optional(),
  /** Why no rollout moves it; absent for one that can be moved. */
  excluded: z
    .object({
      code: z.string(),
      reason: z.string(),
      /** Translatable form of `reason`. */
      wording: wordingSchema.optional(),
    })
    .optional(),
});

/**
 * `GET /promises/:platform/:promise/rollout`: who is at which version, of the requests that the person may
 * read.
 * @public
 */
export const rolloutResponseSchema = z.object({
  /** Entity of the Template that rolls out on this platform. */
  template: z.string(),
  /** The newest first. */
  versions: z.array(z.object({ version: z.string(), isLatest: z.boolean() })),
  /** At most 1,000; those that lag first. */
  requests: z.array(rolloutRequestSchema),
  /** Of all that the person may read. */
  count: z.number(),
});

/** @public */
export type RolloutRequestResponse = z.infer<typeof rolloutRequestSchema>;
/** @public */
export type RolloutResponse = z.infer<typeof rolloutResponseSchema>;
