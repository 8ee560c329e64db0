import { z } from 'zod';

const time = z.string();

/**
 * How far a run, one of its pipelines or one attempt is. `stopped`: it ended before its time, because a later
 * run took its place.
 * @public
 */
export const workflowStateSchema = z.enum([
  'pending',
  'running',
  'suspended',
  'succeeded',
  'failed',
  'stopped',
  'unknown',
]);

/**
 * What keeps a container or its Pod from working, long before Kratix calls the pipeline failed. `reason` is
 * Kubernetes' own word.
 * @public
 */
export const workflowTroubleSchema = z.object({
  kind: z.enum([
    'image',
    'crashLoop',
    'configuration',
    'unschedulable',
    'memory',
    'evicted',
    'deadline',
  ]),
  reason: z.string(),
  message: z.string().optional(),
});

/**
 * One container of a pipeline.
 * @public
 */
export const workflowStepSchema = z.object({
  name: z.string(),
  /** Kratix's own, before and after the containers of the author. */
  isQuiet: z.boolean(),
  image: z.string().optional(),
  state: z.enum([
    'pending',
    'waiting',
    'running',
    'succeeded',
    'failed',
    'unknown',
  ]),
  startedAt: time.optional(),
  finishedAt: time.optional(),
  exitCode: z.number().optional(),
  /** Times that it was started again in the same Pod. */
  restarts: z.number(),
  trouble: workflowTroubleSchema.optional(),
  /** Whether there is something to read, and if not, why. */
  log: z.enum(['available', 'notStarted', 'podGone']),
  /** Whether the attempt before this one can still be read. */
  hasPreviousLog: z.boolean(),
});

/**
 * One attempt at a pipeline: a Pod, or a Job whose Pod is gone.
 * @public
 */
export const workflowAttemptSchema = z.object({
  id: z.string(),
  job: z.string(),
  pod: z.string().optional(),
  state: workflowStateSchema,
  startedAt: time.optional(),
  finishedAt: time.optional(),
  /** Of the Pod as a whole; that of a container is with its step. */
  trouble: workflowTroubleSchema.optional(),
  steps: z.array(workflowStepSchema),
});

/**
 * One pipeline in one run.
 * @public
 */
export const pipelineRunSchema = z.object({
  name: z.string(),
  state: workflowStateSchema,
  /** Why it waits, in the words of its author. */
  message: z.string().optional(),
  /** Only while it waits for its next attempt. */
  nextRetryAt: time.optional(),
  /** As far as it is known. */
  attemptCount: z.number().optional(),
  startedAt: time.optional(),
  finishedAt: time.optional(),
  /** Oldest first; empty before the first one, and where its Job has been removed. */
  attempts: z.array(workflowAttemptSchema),
});

/**
 * What started a run.
 * @public
 */
export const runOriginSchema = z.object({
  type: z.enum(['order', 'change', 'schedule', 'byHand', 'removal']),
  /** Entity reference, where the portal was asked for it. */
  by: z.string().optional(),
});

/**
 * One run of a workflow.
 * @public
 */
export const workflowRunSchema = z.object({
  /** The same as long as the run is remembered. */
  id: z.string(),
  action: z.enum(['configure', 'delete']),
  state: workflowStateSchema,
  /** Absent where it cannot be told. */
  origin: runOriginSchema.optional(),
  startedAt: time.optional(),
  finishedAt: time.optional(),
  pipelines: z.array(pipelineRunSchema),
});

/** `GET …/runs` of a request, or of a Promise for its own workflow. @public */
export const workflowRunsResponseSchema = z.object({
  /** Newest first. */
  runs: z.array(workflowRunSchema),
  /** False when there is more, or something that could not be understood. */
  isComplete: z.boolean(),
});

/** @public */
export type WorkflowState = z.infer<typeof workflowStateSchema>;
/** @public */
export type WorkflowTrouble = z.infer<typeof workflowTroubleSchema>;
/** @public */
export type WorkflowStep = z.infer<typeof workflowStepSchema>;
/** @public */
export type WorkflowAttempt = z.infer<typeof workflowAttemptSchema>;
/** @public */
export type PipelineRun = z.infer<typeof pipelineRunSchema>;
/** @public */
export type RunOrigin = z.infer<typeof runOriginSchema>;
/** @public */
export type WorkflowRun = z.infer<typeof workflowRunSchema>;
/** @public */
export type WorkflowRunsResponse = z.infer<typeof workflowRunsResponseSchema>;
