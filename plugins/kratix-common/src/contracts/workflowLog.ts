import { z } from 'zod';

/** One line of a container's log. @public */
export const logLineSchema = z.object({
  /** RFC 3339 with up to nanoseconds, as the kubelet stamped it. */
  time: z.string().optional(),
  text: z.string(),
  /** The line was longer. */
  isCut: z.boolean().optional(),
});

/**
 * One line of the answer of `GET …/log`, which is JSON lines.
 * `heartbeat`: nothing was printed for a while. After `unavailable` and `end` nothing follows.
 * @public
 */
export const logEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('lines'), lines: z.array(logLineSchema) }),
  z.object({ type: z.literal('heartbeat') }),
  z.object({
    type: z.literal('unavailable'),
    reason: z.enum(['podGone', 'notStarted', 'noPrevious', 'image', 'removed']),
    message: z.string().optional(),
  }),
  z.object({
    type: z.literal('end'),
    /** `limit`: it is longer than one answer may be. `interrupted`: ask again from the last line. */
    reason: z.enum(['finished', 'limit', 'interrupted']),
  }),
]);

/** Query of `GET …/log`. @public */
export const logQuerySchema = z.object({
  pod: z.string().min(1).max(253),
  container: z.string().min(1).max(63),
  /** The attempt before, of a container that was started again. */
  previous: z.stringbool().default(false),
  follow: z.stringbool().default(false),
  sinceTime: z.iso.datetime({ offset: true }).max(64).optional(),
  tailLines: z.coerce.number().int().min(1).max(1_000_000).optional(),
});

/** @public */
export type LogLine = z.infer<typeof logLineSchema>;
/** @public */
export type LogEvent = z.infer<typeof logEventSchema>;
/** @public */
export type LogQuery = z.infer<typeof logQuerySchema>;
