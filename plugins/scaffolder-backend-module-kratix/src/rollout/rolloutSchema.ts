import type { z as zod } from 'zod/v3';

/** The zod that the scaffolder hands to a schema. */
type Zod = typeof zod;

const MOST_MINUTES = 24 * 60;

/** @internal */
export const DEFAULT_BATCH_SIZE = 5;
/** @internal */
export const DEFAULT_TIMEOUT_MINUTES = 15;

/** @internal */
export const rolloutInput = {
  platform: (z: Zod) =>
    z
      .string()
      .optional()
      .describe(
        'Name of the platform. Required when several are configured (kratix.platforms)',
      ),
  promise: (z: Zod) => z.string().min(1).describe('Name of the Promise'),
  version: (z: Zod) =>
    z
      .string()
      .min(1)
      .describe(
        'Version to follow: the version of a PromiseRevision, or latest',
      ),
  requests: (z: Zod) =>
    z
      .array(
        z
          .string()
          .regex(
            /^[^/\s]+\/[^/\s]+$/,
            'must be namespace/name, such as team-a/cache',
          ),
      )
      .optional()
      .describe('Only these requests, such as team-a/cache; all by default'),
  labels: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Only requests with these labels, such as tier=test,!frozen'),
  batchSize: (z: Zod) =>
    z
      .number()
      .int()
      .positive()
      .optional()
      .describe(
        `How many requests to move at once; ${DEFAULT_BATCH_SIZE} by default`,
      ),
  onFailure: (z: Zod) =>
    z
      .enum(['stop', 'rollBackBatch', 'rollBackAll'])
      .optional()
      .describe(
        'What to do when a request fails. stop (default): start no further batch. rollBackBatch: also move the batch back to what it followed before. rollBackAll: also move back everything this task has moved',
      ),
  timeoutMinutes: (z: Zod) =>
    z
      .number()
      .positive()
      .max(MOST_MINUTES)
      .optional()
      .describe(
        `How many minutes to wait for each batch; ${DEFAULT_TIMEOUT_MINUTES} by default`,
      ),
};

/** @internal */
export const rolloutOutput = {
  version: (z: Zod) => z.string().describe('The version that was asked for'),
  moved: (z: Zod) =>
    z.array(z.string()).describe('Requests that are ready at the version'),
  failed: (z: Zod) =>
    z
      .array(z.object({ request: z.string(), reason: z.string() }))
      .describe(
        'Requests that could not be moved or are not ready at the version, and why',
      ),
  skipped: (z: Zod) =>
    z
      .array(
        z.object({
          request: z.string(),
          code: z.string(),
          reason: z.string(),
        }),
      )
      .describe('Requests that were left alone, and why'),
  rolledBack: (z: Zod) =>
    z
      .array(z.string())
      .describe('Requests that follow again what they followed before'),
  notStarted: (z: Zod) =>
    z.array(z.string()).describe('Requests that the rollout did not reach'),
};

/** @internal */
export interface RolloutInput {
  readonly platform?: string;
  readonly promise: string;
  readonly version: string;
  readonly requests?: readonly string[];
  readonly labels?: string;
  readonly batchSize?: number;
  readonly onFailure?: 'stop' | 'rollBackBatch' | 'rollBackAll';
  readonly timeoutMinutes?: number;
}

/** @internal */
export interface RolloutResult {
  readonly version: string;
  readonly moved: string[];
  readonly failed: { request: string; reason: string }[];
  readonly skipped: { request: string; code: string; reason: string }[];
  readonly rolledBack: string[];
  readonly notStarted: string[];
}
