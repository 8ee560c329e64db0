import { z } from 'zod';

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
export type ValidateBody = z.infer<typeof validateBodySchema>;
/** @public */
export type ValidateResponse = z.infer<typeof validateResponseSchema>;
/** @public */
export type FieldProblem = z.infer<typeof fieldProblemSchema>;
