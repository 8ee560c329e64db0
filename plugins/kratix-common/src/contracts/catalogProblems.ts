import { z } from 'zod';
import { objectProblemSchema } from './objectProblem';

/**
 * Below `/api/catalog`: what only the catalog module knows is wrong, for services. Two plugins share no memory,
 * for they may run in two processes.
 * @public
 */
export const catalogProblemsPath = '/kratix/problems';

/**
 * What the catalog does not show although it is on a platform: what an adopter's transformer breaks or leaves
 * out, what the catalog would refuse, what another object has taken, and removals that are held back. Everything
 * else that is wrong with an object follows from the object.
 * @public
 */
export const catalogProblemCodes = [
  'removals-refused',
  'transformer-failed',
  'entity-refused',
  'entity-taken',
  'transformer-left-out',
] as const;

/** @public */
export type CatalogProblemCode = (typeof catalogProblemCodes)[number];

/** `GET` of {@link catalogProblemsPath} @public */
export const catalogProblemsResponseSchema = z.object({
  platforms: z.array(
    z.object({
      platform: z.string(),
      /** The first of them. */
      problems: z.array(objectProblemSchema),
      /** All of them. */
      total: z.number(),
    }),
  ),
});

/** @public */
export type CatalogProblemsResponse = z.infer<
  typeof catalogProblemsResponseSchema
>;
