import { z } from 'zod';
import { connectionProblemSchema, phaseSchema } from './http';

/** @public */
export const driftMarkSchema = z.enum([
  'missing',
  'behind',
  'ahead',
  'otherVersion',
  'sameVersionOtherContent',
  'api',
  'images',
  'pipelines',
  'dependencies',
  'placement',
]);

/**
 * One Promise on one platform.
 * @public
 */
export const fleetCellSchema = z.object({
  platform: z.string(),
  state: z.enum(['present', 'missing', 'unknown']),
  marks: z.array(driftMarkSchema),
  version: z.string().optional(),
  availability: z.enum(['available', 'unavailable', 'notReported']).optional(),
  createdAt: z.string().optional(),
  /** The catalog entity whose page shows it; absent where the catalog leaves it out. */
  entityRef: z.string().optional(),
  /** Of the requests that the person may read; absent while they are unknown. */
  phases: z.partialRecord(phaseSchema, z.number()).optional(),
});

/**
 * `GET /fleet?reference=`: every Promise on every platform, and how they differ.
 * @public
 */
export const fleetResponseSchema = z.object({
  platforms: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      isSandbox: z.boolean(),
      /** False while nothing is known of it. */
      isKnown: z.boolean(),
      problem: connectionProblemSchema.optional(),
      /** The form that brings a Promise here; absent where the configuration names no way. */
      promotion: z.object({ template: z.string() }).optional(),
    }),
  ),
  rows: z.array(
    z.object({
      promise: z.string(),
      title: z.string(),
      reference: z.string().optional(),
      cells: z.array(fleetCellSchema),
    }),
  ),
});

/** @public */
export const fleetQuerySchema = z.object({
  reference: z.string().min(1).max(253).optional(),
});

/** @public */
export type FleetResponse = z.infer<typeof fleetResponseSchema>;
/** @public */
export type FleetCellResponse = z.infer<typeof fleetCellSchema>;
