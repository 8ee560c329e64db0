import { z } from 'zod';
import { wordingSchema } from './wording';

/** @public */
export const impactSeveritySchema = z.enum(['safe', 'risky', 'breaking']);

/** @public */
export const promiseChangeSchema = z.object({
  code: z.string(),
  severity: impactSeveritySchema,
  path: z.string(),
  message: z.string(),
  /** Translatable form of `message`. */
  wording: wordingSchema.optional(),
  before: z.json().optional(),
  after: z.json().optional(),
});

/** @public */
export const requestVerdictSchema = z.enum([
  'valid',
  'changed',
  'refused',
  'refusedBefore',
]);

/**
 * Why one field is refused.
 * @public
 */
export const fieldReasonSchema = z.object({
  path: z.string(),
  message: z.string(),
  /** Translatable form of `message`; absent for the API server's own words. */
  wording: wordingSchema.optional(),
});

/**
 * What becomes of one request.
 * @public
 */
export const judgedRequestSchema = z.object({
  namespace: z.string().optional(),
  name: z.string(),
  owner: z.string().optional(),
  source: z.string().optional(),
  /** Its page in the catalog; absent where the catalog leaves it out. */
  entityRef: z.string().optional(),
  verdict: requestVerdictSchema,
  /** It stands, and updates of it are taken as long as what is wrong with it does not change. */
  isTolerated: z.literal(true).optional(),
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
 * The state of a Promise that is asked about: what another platform has, a revision of the same platform, or
 * a file.
 * @public
 */
export const impactCandidateSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('platform'), platform: z.string().min(1) }),
  z.object({ type: z.literal('revision'), version: z.string().min(1) }),
  z.object({
    type: z.literal('file'),
    /** YAML or JSON that holds one Promise. */
    text: z.string().max(1_000_000),
  }),
]);

/**
 * Body of `POST /promises/:platform/:promise/impact`: what the candidate would mean on this platform.
 * @public
 */
export const impactBodySchema = z.object({ candidate: impactCandidateSchema });

/** @public */
export const impactResponseSchema = z.object({
  promise: z.string(),
  platform: z.string(),
  platformTitle: z.string(),
  before: z.string().optional(),
  after: z.string().optional(),
  severity: impactSeveritySchema,
  changes: z.array(promiseChangeSchema),
  /** How many requests have each verdict, of those that the person may read. */
  counts: z.record(requestVerdictSchema, z.number()),
  /** The worst first; those that stay as they are are left out, and at most 500 are listed. */
  requests: z.array(judgedRequestSchema),
  /** False when there are requests that the person may not read, or that are not known. */
  isComplete: z.boolean(),
  /** The report as Markdown, for a pull request. */
  markdown: z.string(),
});

/** @public */
export type ImpactCandidate = z.infer<typeof impactCandidateSchema>;
/** @public */
export type ImpactResponse = z.infer<typeof impactResponseSchema>;
