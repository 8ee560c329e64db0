import { z } from 'zod';
import { wordingSchema } from './wording';

/**
 * The browser's API, at `/api/kratix`. Both sides parse with these schemas.
 *
 * 403: not allowed, 404: no such object, 503: the platform does not answer and nothing is known.
 * When the platform does not answer but something is known, the answer is 200 with `freshness.state`
 * `stale`.
 */
const time = z.string();

/** @public */
export const conditionSchema = z.object({
  type: z.string(),
  status: z.enum(['True', 'False', 'Unknown']),
  reason: z.string(),
  message: z.string(),
  lastTransitionTime: time.optional(),
});

/** @public */
export const connectionProblemSchema = z.object({
  reason: z.enum([
    'unreachable',
    'unauthorized',
    'forbidden',
    'notInstalled',
    'throttled',
    'invalidResponse',
  ]),
  message: z.string(),
  since: time,
});

/**
 * How far the answer can be trusted: `live` while the watch is connected, `stale` with the reason else.
 * @public
 */
export const freshnessSchema = z.object({
  state: z.enum(['live', 'stale']),
  confirmedAt: time.optional(),
  problem: connectionProblemSchema.optional(),
});

/** @public */
export const phaseSchema = z.enum([
  'Pending',
  'WaitingForPromise',
  'Running',
  'Upgrading',
  'Suspended',
  'Paused',
  'Failed',
  'Scheduling',
  'Unschedulable',
  'Misplaced',
  'WriteFailed',
  'Ready',
  'Degraded',
  'Unhealthy',
  'Deleting',
  'DeleteFailed',
  'DeleteSuspended',
  'DryRun',
]);

/** @public */
export const pipelineStatusSchema = z.object({
  name: z.string(),
  phase: z.enum([
    'Pending',
    'Running',
    'Succeeded',
    'Failed',
    'Suspended',
    'Other',
  ]),
  message: z.string().optional(),
  nextRetryAt: time.optional(),
  attempts: z.number().optional(),
  lastTransitionTime: time.optional(),
});

/** @public */
export const phaseReportSchema = z.object({
  phase: phaseSchema,
  since: time.optional(),
  step: z
    .object({
      index: z.number(),
      total: z.number(),
      pipeline: z.string().optional(),
    })
    .optional(),
  message: z.string().optional(),
  subjects: z.array(z.string()),
  nextRetryAt: time.optional(),
  attempts: z.number().optional(),
  flags: z.object({
    isPromiseUnavailable: z.boolean(),
    isQueued: z.boolean(),
    isDeletionBlocked: z.boolean(),
    failedUpgradeVersion: z.string().optional(),
    availableVersion: z.string().optional(),
    health: z.enum([
      'noData',
      'unknown',
      'ready',
      'healthy',
      'degraded',
      'unhealthy',
      'other',
    ]),
  }),
});

/** `GET /requests/:platform/:promise/:namespace/:name` @public */
export const requestResponseSchema = z.object({
  ref: z.object({
    platform: z.string(),
    promise: z.string(),
    namespace: z.string(),
    name: z.string(),
  }),
  platformTitle: z.string(),
  isSandbox: z.boolean(),
  kind: z.string(),
  apiVersion: z.string(),
  createdAt: time.optional(),
  requestedBy: z.string().optional(),
  report: phaseReportSchema,
  /** Undefined when this Kratix does not report pipelines. */
  pipelines: z.array(pipelineStatusSchema).optional(),
  conditions: z.array(conditionSchema),
  promiseVersion: z.string().optional(),
  spec: z.record(z.string(), z.unknown()),
  /** Where in `spec` its API says that a value is a secret, as `admin.password`. Absent where nowhere. */
  secretPaths: z.array(z.string()).optional(),
  /** What its author calls a field of `spec`, by its path, where that is not what its name gives. */
  fieldTitles: z.record(z.string(), z.string()).optional(),
  outputs: z.record(z.string(), z.unknown()),
  health: z
    .object({
      state: z.string(),
      records: z.array(
        z.object({
          state: z.string(),
          lastRunSeconds: z.number().optional(),
          name: z.string().optional(),
          namespace: z.string().optional(),
        }),
      ),
    })
    .optional(),
  /** What of it is not shown as meant, each with its reason; at most 20. Absent where there is nothing. */
  problems: z
    .array(
      z.object({
        code: z.string(),
        message: z.string(),
        /** Translatable form of `message`. */
        wording: wordingSchema.optional(),
        path: z.string().optional(),
      }),
    )
    .optional(),
  freshness: freshnessSchema,
});

/** `GET /promises/:platform/:promise` @public */
export const promiseResponseSchema = z.object({
  ref: z.object({ platform: z.string(), promise: z.string() }),
  platformTitle: z.string(),
  isSandbox: z.boolean(),
  version: z.string().optional(),
  releaseName: z.string().optional(),
  isPaused: z.boolean(),
  availability: z.enum(['available', 'unavailable', 'notReported']),
  message: z.string().optional(),
  api: z
    .object({
      group: z.string(),
      version: z.string(),
      kind: z.string(),
      plural: z.string(),
    })
    .optional(),
  apiProblem: z.string().optional(),
  /** Translatable form of `apiProblem`. */
  apiProblemWording: wordingSchema.optional(),
  requiredPromises: z.array(
    z.object({
      name: z.string(),
      version: z.string(),
      state: z.string().optional(),
    }),
  ),
  pipelines: z.array(pipelineStatusSchema),
  conditions: z.array(conditionSchema),
  /** Absent while the requests are unknown. */
  phases: z.partialRecord(phaseSchema, z.number()).optional(),
  freshness: freshnessSchema,
});

/** @public */
export type RequestResponse = z.infer<typeof requestResponseSchema>;
/** @public */
export type PromiseResponse = z.infer<typeof promiseResponseSchema>;
/** @public */
export type Freshness = z.infer<typeof freshnessSchema>;
