import { z } from 'zod';
import { freshnessSchema } from './http';

/**
 * What can be asked of one request: the read that says what makes sense now and may be done, and the writes.
 * A write is JSON, and names the object that it was decided about: 409 when it is another one, or in another
 * state, by now; 400 when the platform refuses it, with its words.
 */
const time = z.string();
const uid = z.string().min(1).max(128);
const version = z.string().min(1).max(253);

/**
 * Everything that a person may do with a request.
 * @public
 */
export const operationNames = [
  'update',
  'delete',
  'rerun',
  'pause',
  'unpause',
  'resume',
  'retryNow',
  'setVersion',
  'preview',
] as const;

/** @public */
export type OperationName = (typeof operationNames)[number];

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
  following: version,
  /** What it is at. */
  applied: z.string().optional(),
  /** The version whose upgrade failed. */
  failed: z.string().optional(),
  options: z.array(
    z.object({
      /** A revision's version, or `latest`. */
      version,
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

/**
 * A form of the scaffolder, filled in.
 * @public
 */
export const filledFormSchema = z.object({
  /** Entity reference of the Template. */
  template: z.string(),
  /** Values of its fields. */
  formData: z.record(z.string(), z.unknown()),
});

/** `GET /requests/:platform/:promise/:namespace/:name/operations` @public */
export const requestOperationsResponseSchema = z.object({
  /** To be sent back with each write. */
  uid,
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

const note = z.string().trim().max(500).optional();

/** `POST …/operations/rerun`, `…/pause`, `…/unpause` @public */
export const operationBodySchema = z.strictObject({ uid, note });

/** `POST …/operations/resume`, `…/retryNow` @public */
export const resumeBodySchema = z.strictObject({
  uid,
  note,
  pipeline: z.string().max(253).optional(),
  since: time.max(64).optional(),
});

/** `POST …/operations/setVersion` @public */
export const setVersionBodySchema = z.strictObject({
  uid,
  note,
  version,
  from: version.optional(),
});

/** Query of `DELETE /requests/:platform/:promise/:namespace/:name` @public */
export const deleteQuerySchema = z.strictObject({ uid });

/**
 * What every write on a request is answered with (202): it was asked for, and the page hears of the rest.
 * @public
 */
export const operationResponseSchema = z.object({
  operation: z.enum(operationNames),
  uid,
  generation: z.number().optional(),
});

const spec = z.record(z.string(), z.unknown());

/** `POST /promises/:platform/:promise/validate` @public */
export const validateBodySchema = z.strictObject({
  mode: z.enum(['create', 'change']),
  namespace: z.string().min(1).max(63),
  name: z.string().min(1).max(253),
  /** As the form holds it: what is unset there is left out. */
  spec,
});

/** @public */
export const fieldProblemSchema = z.object({
  /** Like `spec.users[0].name`; empty when it is about the whole. */
  path: z.string(),
  message: z.string(),
});

/** What would be sent, and what it would take the place of; both YAML. */
const sentSchema = {
  manifest: z.string().optional(),
  /** What stands now; only of a change. */
  before: z.string().optional(),
};

/** Answer to `POST /promises/:platform/:promise/validate` @public */
export const validateResponseSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    ...sentSchema,
    /** As it would be stored, with the defaults of its API. */
    spec,
  }),
  z.object({
    ok: z.literal(false),
    ...sentSchema,
    /**
     * `forbidden`: the platform does not let this person; `unreachable`: it could not be asked, so that nothing
     * is known. Absent: it refuses what is asked for.
     */
    reason: z.enum(['forbidden', 'unreachable']).optional(),
    message: z.string(),
    errors: z.array(fieldProblemSchema),
  }),
]);

/** @public */
export const previewFileSchema = z.object({
  path: z.string(),
  change: z.enum(['added', 'changed', 'removed']),
  /** Lines of a unified difference, each beginning with `+`, `-` or a space. */
  diff: z.string(),
  /** Whether the difference was cut. */
  isCut: z.boolean(),
});

/**
 * A part of a preview: the files of one pipeline, of the request itself or of a request that comes with it.
 * @public
 */
export const previewSectionSchema = z.object({
  pipeline: z.string().optional(),
  /** Set for a request that comes with this one. */
  component: z.object({ promise: z.string(), name: z.string() }).optional(),
  files: z.array(previewFileSchema),
  /** What Kratix says beside the files, such as that a component failed. */
  notes: z.array(z.string()),
});

/**
 * How far a preview is. `ignored`: Kratix has not taken it up, which is what a platform does whose DryRun
 * is switched off.
 * @public
 */
export const previewReportSchema = z.discriminatedUnion('state', [
  z.object({ state: z.literal('running'), isIgnored: z.boolean() }),
  z.object({ state: z.literal('failed'), message: z.string() }),
  z.object({
    state: z.literal('done'),
    sections: z.array(previewSectionSchema),
    /** False when parts of it are missing, `message` says which. */
    isComplete: z.boolean(),
    message: z.string().optional(),
  }),
]);

/** `POST /requests/:platform/:promise/:namespace/:name/previews` @public */
export const startPreviewBodySchema = z.strictObject({ uid, spec });

/** Answer to `POST …/previews`; `GET` and `DELETE …/previews/:preview` follow it. @public */
export const startPreviewResponseSchema = z.object({ preview: z.string() });

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
/** @public */
export type OperationBody = z.infer<typeof operationBodySchema>;
/** @public */
export type ResumeBody = z.infer<typeof resumeBodySchema>;
/** @public */
export type SetVersionBody = z.infer<typeof setVersionBodySchema>;
/** @public */
export type OperationResponse = z.infer<typeof operationResponseSchema>;
/** @public */
export type ValidateBody = z.infer<typeof validateBodySchema>;
/** @public */
export type ValidateResponse = z.infer<typeof validateResponseSchema>;
/** @public */
export type FieldProblem = z.infer<typeof fieldProblemSchema>;
/** @public */
export type PreviewFile = z.infer<typeof previewFileSchema>;
/** @public */
export type PreviewSection = z.infer<typeof previewSectionSchema>;
/** @public */
export type PreviewReport = z.infer<typeof previewReportSchema>;
/** @public */
export type StartPreviewBody = z.infer<typeof startPreviewBodySchema>;

/**
 * Headers of writes.
 * @public
 */
export const kratixHeaders = {
  /** The person's own OIDC token, on a platform whose identity is `user-token`. */
  userToken: 'kratix-user-token',
} as const;
