import { z } from 'zod';
import type { Wording, WordingParam } from '../wording/Wording';

const paramSchema: z.ZodType<WordingParam> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.object({
      list: z.array(z.union([z.string(), wordingSchema])),
      join: z.literal('or').optional(),
    }),
    wordingSchema,
  ]),
);

/**
 * Something to be said, in translatable form; it goes beside the same in English. Any key passes: the backend may
 * be newer than the pages, which then show the English.
 * @public
 */
export const wordingSchema: z.ZodType<Wording> = z.lazy(() =>
  z.object({
    key: z.string(),
    params: z.record(z.string(), paramSchema).optional(),
  }),
);
