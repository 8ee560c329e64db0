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
      .describe('Name of the platform; needed where several are configured'),
  promise: (z: Zod) => z.string().min(1).describe('Name of the Promise'),
  version: (z: Zod) =>
    z
      .string()
      .min(1)
      .describe('The version to follow: that of a PromiseRevision, or latest'),
  requests: (z: Zod) =>
    z
      .array(z.string().regex(/^[^/\s]+\/[^/\s]+$/, 'is like team-a/cache'))
      .optional()
      .describe('Only these, like team-a/cache; all when left out'),
  labels: (z: Zod) =>
    z
      .string()
      .optional()
      .describe('Only those with these labels, like tier=test,!frozen'),
  batchSize: (z: Zod) =>
    z
      .number()
      .int()
      .positive()
      .optional()
      .describe(
        `How many are moved at once; ${DEFAULT_BATCH_SIZE} when left out`,
      ),
  onFailure: (z: Zod) =>
    z
      .enum(['stop', 'rollBackBatch', 'rollBackAll'])
      .optional()
      .describe(
        'When one of a batch fails: stop (when left out) begins no other batch, rollBackBatch also puts that batch back to what it followed, rollBackAll everything that this task moved',
      ),
  timeoutMinutes: (z: Zod) =>
    z
      .number()
      .positive()
      .max(MOST_MINUTES)
      .optional()
      .describe(
        `How long to wait for each batch; ${DEFAULT_TIMEOUT_MINUTES} when left out`,
      ),
};

/** @internal */
export const rolloutOutput = {
  version: (z: Zod) => z.string().describe('The version that was meant'),
  moved: (z: Zod) => z.array(z.string()).describe('Ready at the version'),
  failed: (z: Zod) =>
    z
      .array(z.object({ request: z.string(), reason: z.string() }))
      .describe('Told to move, and not ready at the version'),
  skipped: (z: Zod) =>
    z
      .array(
        z.object({
          request: z.string(),
          code: z.string(),
          reason: z.string(),
        }),
      )
      .describe('Took no part, and why'),
  rolledBack: (z: Zod) =>
    z.array(z.string()).describe('Back at what they followed before'),
  notStarted: (z: Zod) =>
    z.array(z.string()).describe('In batches that were not begun'),
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
