import { z } from 'zod';
import { filledFormSchema } from './filledForm';
import { freshnessSchema } from './http';
import { objectUid, operationNames, promiseVersion } from './operationNames';
import { wordingSchema } from './wording';

const time = z.string();

/**
 * Whether something can be done now. `unavailable`: it makes no sense now, or this platform cannot;
 * `forbidden`: Backstage's permissions do not let this person.
 * @public
 */
export const operationSchema = z.object({
  name: z.enum(operationNames),
  availability: z.enum(['available', 'unavailable', 'forbidden']),
  /** One sentence; absent when it is available. */
  reason: z.string().optional(),
  /** Translatable form of `reason`. */
  wording: wordingSchema.optional(),
  /** What the person would need. */
  permission: z.string().optional(),
});

/**
 * Who keeps the request as it is, so that what the portal changes would be taken back.
 * @public
 */
export const requestManagerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('git'), name: z.string() }),
  z.object({
    type: z.literal('compound'),
    namespace: z.string(),
    name: z.string(),
    promise: z.string().optional(),
  }),
]);

/**
 * What a suspended workflow waits for.
 * @public
 */
export const workflowWaitSchema = z.object({
  pipeline: z.string().optional(),
  since: time.optional(),
  message: z.string().optional(),
  nextRetryAt: time.optional(),
  attempts: z.number().optional(),
  /** Whether it is the workflow of its removal that waits. */
  isRemoval: z.boolean(),
});

/**
 * What removal destroys.
 * @public
 */
export const deletionSchema = z.object({
  /** The pipeline that runs first; absent when nothing runs. */
  workflow: z
    .object({ pipeline: z.string(), steps: z.array(z.string()) })
    .optional(),
  /** Absent when it is not known what is delivered. */
  delivered: z
    .object({
      /** False when there is more than is listed. */
      isComplete: z.boolean(),
      destinations: z.array(
        z.object({
          name: z.string(),
          fileCount: z.number(),
          /** Some of them. */
          files: z.array(z.string()),
        }),
      ),
    })
    .optional(),
  /** Requests that came from this one; at most 100. */
  children: z.array(
    z.object({
      promise: z.string(),
      namespace: z.string(),
      name: z.string(),
    }),
  ),
  childCount: z.number(),
  /** Why nothing happens until something else does. */
  blockedBy: z.enum(['requestPaused', 'promisePaused']).optional(),
});

/**
 * Which versions a request may follow.
 * @public
 */
export const versionChoiceSchema = z.object({
  /** What it follows: a version, or `latest`. */
  following: promiseVersion,
  /** What it is at. */
  applied: z.string().optional(),
  /** The version whose upgrade failed. */
  failed: z.string().optional(),
  options: z.array(
    z.object({
      /** A revision's version, or `latest`. */
      version: promiseVersion,
      /**
       * `upgrade` and `rollBack` by when the versions were made: Kratix does not compare them. `retry`: it
       * failed before.
       */
      change: z.enum(['follow', 'pin', 'upgrade', 'rollBack', 'retry', 'none']),
      /** Of `latest`: the version that this is now. */
      resolvesTo: z.string().optional(),
      isLatest: z.boolean(),
      isApplied: z.boolean(),
      createdAt: time.optional(),
    }),
  ),
});

/**
 * Who did something last through the portal.
 * @public
 */
export const lastOperationSchema = z.object({
  name: z.enum(operationNames),
  by: z.string().optional(),
  at: time,
  note: z.string().optional(),
});

/** `GET /requests/:platform/:promise/:namespace/:name/operations` @public */
export const requestOperationsResponseSchema = z.object({
  /** To be sent back with each write. */
  uid: objectUid,
  operations: z.array(operationSchema),
  manager: requestManagerSchema.optional(),
  wait: workflowWaitSchema.optional(),
  deletion: deletionSchema,
  versions: versionChoiceSchema.optional(),
  lastOperation: lastOperationSchema.optional(),
  /** What the order form starts from when the request is changed; absent where the Promise is not known. */
  update: filledFormSchema.optional(),
  /** The form that asks to remove it; set where that is reviewed, and then nothing else removes it. */
  removal: filledFormSchema.optional(),
  freshness: freshnessSchema,
});

/** @public */
export type Operation = z.infer<typeof operationSchema>;
/** @public */
export type RequestManager = z.infer<typeof requestManagerSchema>;
/** @public */
export type WorkflowWait = z.infer<typeof workflowWaitSchema>;
/** @public */
export type Deletion = z.infer<typeof deletionSchema>;
/** @public */
export type VersionChoice = z.infer<typeof versionChoiceSchema>;
/** @public */
export type LastOperation = z.infer<typeof lastOperationSchema>;
/** @public */
export type RequestOperationsResponse = z.infer<
  typeof requestOperationsResponseSchema
>;
