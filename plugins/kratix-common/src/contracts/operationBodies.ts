import { z } from 'zod';
import { objectUid, operationNames, promiseVersion } from './operationNames';

// A write is JSON, and names the object that it was decided about: 409 when it is another one, or in another
// state, by now; 400 when the platform refuses it, with its words.
const note = z.string().trim().max(500).optional();

/** `POST …/operations/rerun`, `…/pause`, `…/unpause` @public */
export const operationBodySchema = z.strictObject({ uid: objectUid, note });

/** `POST …/operations/resume`, `…/retryNow` @public */
export const resumeBodySchema = z.strictObject({
  uid: objectUid,
  note,
  pipeline: z.string().max(253).optional(),
  since: z.string().max(64).optional(),
});

/** `POST …/operations/setVersion` @public */
export const setVersionBodySchema = z.strictObject({
  uid: objectUid,
  note,
  version: promiseVersion,
  from: promiseVersion.optional(),
});

/** Query of `DELETE /requests/:platform/:promise/:namespace/:name` @public */
export const deleteQuerySchema = z.strictObject({ uid: objectUid });

/**
 * What every write on a request is answered with (202): it was asked for, and the page hears of the rest.
 * @public
 */
export const operationResponseSchema = z.object({
  operation: z.enum(operationNames),
  uid: objectUid,
  generation: z.number().optional(),
});

/** @public */
export type OperationBody = z.infer<typeof operationBodySchema>;
/** @public */
export type ResumeBody = z.infer<typeof resumeBodySchema>;
/** @public */
export type SetVersionBody = z.infer<typeof setVersionBodySchema>;
/** @public */
export type OperationResponse = z.infer<typeof operationResponseSchema>;
