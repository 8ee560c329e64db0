import { z } from 'zod';
import { connectionProblemSchema } from './http';
import { platformSummarySchema } from './platforms';
import { offerSchema } from './offers';
import { requestRowSchema } from './requestList';

/**
 * Why something needs somebody now, in the order in which it is shown.
 * @public
 */
export const attentionReasonSchema = z.enum([
  'failed',
  'delivery',
  'unhealthy',
  'waiting',
  'unavailable',
  'stuck',
  'platform',
  'notUnderstood',
  'notAsMeant',
]);

/**
 * One thing that needs somebody. What to do about it follows from its state (`describePhase`).
 * @public
 */
export const attentionItemSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('request'), request: requestRowSchema }),
  z.object({ type: z.literal('promise'), promise: offerSchema }),
  z.object({
    type: z.literal('platform'),
    platform: z.string(),
    title: z.string(),
    state: z.enum(['degraded', 'unreachable']),
    problem: connectionProblemSchema.optional(),
  }),
  z.object({
    type: z.literal('object'),
    platform: z.string(),
    platformTitle: z.string(),
    problem: platformSummarySchema.shape.problems.element,
  }),
]);

/** `GET /attention` @public */
export const attentionResponseSchema = z.object({
  /** Only reasons that there are now. */
  groups: z.array(
    z.object({
      reason: attentionReasonSchema,
      /** All of them; `items` holds the first. */
      total: z.number(),
      items: z.array(attentionItemSchema),
    }),
  ),
  /** After how long something that is under way counts as stuck. */
  stuckAfterMinutes: z.number(),
  /** Platforms whose requests are not known: nothing can be said of them. */
  unknownPlatforms: z.array(z.string()),
});

/** Query of `GET /attention`. @public */
export const attentionQuerySchema = z.object({
  /** Of one platform only. */
  platform: z.string().min(1).max(253).optional(),
  /** Items in each group. */
  limit: z.coerce.number().int().min(1).max(50).default(5),
});

/** @public */
export type AttentionReason = z.infer<typeof attentionReasonSchema>;
/** @public */
export type AttentionItem = z.infer<typeof attentionItemSchema>;
/** @public */
export type AttentionQuery = z.infer<typeof attentionQuerySchema>;
/** @public */
export type AttentionResponse = z.infer<typeof attentionResponseSchema>;
