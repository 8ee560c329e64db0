import { z } from 'zod';
import { connectionProblemSchema, phaseSchema } from './http';
import { objectProblemSchema } from './objectProblem';

/**
 * How well one collection of a platform is followed, since the portal's process started.
 * @public
 */
export const watchSummarySchema = z.object({
  /** Like `promises.platform.kratix.io`. */
  collection: z.string(),
  /** Set for the requests of a Promise. */
  promise: z.string().optional(),
  state: z.enum(['unknown', 'live', 'stale']),
  problem: connectionProblemSchema.optional(),
  /** Absent while unknown; of requests only for those who may read every one. */
  objects: z.number().optional(),
  /** Complete lists received. */
  lists: z.number(),
  /** Times that the stream of changes was opened. */
  connects: z.number(),
  /** Times that it failed. */
  failures: z.number(),
});

/**
 * One configured platform and how well it can be read.
 * @public
 */
export const platformSummarySchema = z.object({
  name: z.string(),
  title: z.string(),
  isSandbox: z.boolean(),
  deliveryMode: z.enum(['apply', 'pull-request']),
  /** What stands for its requests in the catalog. */
  requestEntityKind: z.enum(['Component', 'Resource']),
  /** Where its entities are in the catalog. */
  catalogNamespace: z.string(),
  connection: z.object({
    state: z.enum(['connecting', 'connected', 'degraded', 'unreachable']),
    problem: connectionProblemSchema.optional(),
    confirmedAt: z.string().optional(),
    /** What is followed, the worst first; at most 200. */
    watches: z.array(watchSummarySchema).optional(),
  }),
  /** Absent while unknown: unknown is not zero. */
  counts: z
    .object({
      promises: z.number(),
      /** This and `phases` only for those who may read every request. */
      requests: z.number().optional(),
      /** How many requests are in each phase; phases with none are left out. */
      phases: z.partialRecord(phaseSchema, z.number()).optional(),
    })
    .optional(),
  /** What could not be understood, or is not shown as meant, each with its reason; at most 100. */
  problems: z.array(objectProblemSchema),
});

/** `GET /platforms` @public */
export const platformsResponseSchema = z.object({
  platforms: z.array(platformSummarySchema),
});

/** @public */
export type WatchSummary = z.infer<typeof watchSummarySchema>;
/** @public */
export type PlatformSummary = z.infer<typeof platformSummarySchema>;
/** @public */
export type PlatformsResponse = z.infer<typeof platformsResponseSchema>;
