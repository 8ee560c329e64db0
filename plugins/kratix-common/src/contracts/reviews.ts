import { z } from 'zod';

const name = z.string().min(1).max(253);

/** Query of `GET /pull-requests`. @public */
export const reviewQuerySchema = z.object({
  platform: name,
  promise: name.optional(),
  namespace: name.optional(),
  name: name.optional(),
});

const repository = z.object({
  host: z.string(),
  owner: z.string(),
  repo: z.string(),
});

const pullRequest = z.object({
  url: z.string().regex(/^https?:\/\//i),
  title: z.string(),
  /** As the forge counts them. */
  number: z.number(),
  author: z.string().optional(),
  openedAt: z.string().optional(),
});

/**
 * `GET /pull-requests`: changes that wait for review.
 * @public
 */
export const reviewsResponseSchema = z.object({
  /** `direct`: orders reach the platform at once, so there is nothing to review. */
  delivery: z.enum(['direct', 'pull-request']),
  /** Where reviews happen, for people. */
  repository: repository.optional(),
  pullRequests: z.array(
    pullRequest.extend({
      operation: z.enum(['create', 'change', 'delete']),
      namespace: z.string(),
      /** May be shortened, with `_` in it. */
      name: z.string(),
    }),
  ),
  /** Where promotions to the platform are reviewed, for people; absent where they are not. */
  promotionRepository: repository.optional(),
  /** Why the promotions are not known, though the orders are. */
  promotionProblem: z.string().optional(),
  /** Promises that are to come from another platform. Empty where one request is asked for. */
  promotions: z.array(
    pullRequest.extend({
      /** May be shortened, with `_` in it. */
      promise: z.string(),
    }),
  ),
  /** False when the forge has more than are listed. */
  isComplete: z.boolean(),
});

/** @public */
export type ReviewsResponse = z.infer<typeof reviewsResponseSchema>;
