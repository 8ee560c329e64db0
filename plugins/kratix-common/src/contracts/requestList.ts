import { z } from 'zod';
import {
  connectionProblemSchema,
  phaseReportSchema,
  phaseSchema,
} from './http';

/** A page holds no more rows than this, whatever is asked for. */
const mostRows = 100;
const mostChoices = 50;

const requestRefSchema = z.object({
  platform: z.string(),
  promise: z.string(),
  namespace: z.string(),
  name: z.string(),
});

/**
 * One request in a list: what a table, a tree or a row of what needs attention shows of it.
 * @public
 */
export const requestRowSchema = z.object({
  ref: requestRefSchema,
  /** The catalog entity whose page shows it; absent where the catalog leaves it out. */
  entityRef: z.string().optional(),
  title: z.string(),
  kind: z.string(),
  platformTitle: z.string(),
  promiseTitle: z.string(),
  /** Entity reference. */
  owner: z.string().optional(),
  requestedBy: z.string().optional(),
  createdAt: z.string().optional(),
  promiseVersion: z.string().optional(),
  report: phaseReportSchema,
  /** True when its platform does not confirm this now: the last known state. */
  isStale: z.boolean(),
});

/** Repeated parameters; one alone comes as text. */
const many = z.preprocess(
  toList,
  z.array(z.string().min(1).max(253)).max(mostChoices),
);

/**
 * Columns by which a list of requests can be sorted. `phase` puts trouble first, `createdAt` the oldest.
 * @public
 */
export const requestSortSchema = z.enum([
  'phase',
  'name',
  'promise',
  'platform',
  'namespace',
  'owner',
  'version',
  'createdAt',
]);

/**
 * Query of `GET /requests`. An empty filter lets everything pass.
 * @public
 */
export const requestListQuerySchema = z.object({
  platform: many,
  promise: many,
  phase: z.preprocess(toList, z.array(phaseSchema).max(mostChoices)),
  namespace: many,
  owner: many,
  version: many,
  /** Words that all occur in name, title, namespace, Promise, owner or person. */
  text: z.string().trim().max(200).default(''),
  sort: requestSortSchema.default('phase'),
  order: z.enum(['asc', 'desc']).default('asc'),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(mostRows).default(20),
});

const choicesSchema = z.array(
  z.object({ value: z.string(), count: z.number() }),
);

/**
 * Requests that a list cannot hold or vouch for. Unknown is not empty: without this, a platform that was
 * never read would look like one without requests.
 * @public
 */
export const listGapSchema = z.object({
  platform: z.string(),
  platformTitle: z.string(),
  /** Absent when it is about everything of the platform. */
  promise: z.string().optional(),
  state: z.enum(['unknown', 'stale']),
  problem: connectionProblemSchema.optional(),
});

/** `GET /requests`: what the person may read, nothing of the rest. @public */
export const requestListResponseSchema = z.object({
  items: z.array(requestRowSchema),
  total: z.number(),
  offset: z.number(),
  limit: z.number(),
  /** How many of what every other filter lets pass are in each phase. */
  phases: z.partialRecord(phaseSchema, z.number()),
  /** What filters can be set to, the most frequent first; of the chosen platforms and Promises. */
  choices: z.object({
    namespace: choicesSchema,
    owner: choicesSchema,
    version: choicesSchema,
  }),
  gaps: z.array(listGapSchema),
});

/** @public */
export type RequestRow = z.infer<typeof requestRowSchema>;
/** @public */
export type RequestSort = z.infer<typeof requestSortSchema>;
/** @public */
export type RequestListQuery = z.infer<typeof requestListQuerySchema>;
/** @public */
export type RequestListResponse = z.infer<typeof requestListResponseSchema>;
/** @public */
export type ListGap = z.infer<typeof listGapSchema>;

function toList(value: unknown): unknown {
  if (value === undefined || value === '') {
    return [];
  }
  return Array.isArray(value) ? value : [value];
}
