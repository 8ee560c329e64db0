import { z } from 'zod';
import type { PromiseRef } from '../model';
import { kratixPaths } from './paths/paths';
import { wordingSchema } from './wording';

/**
 * Everything that a person may do with a Promise as a whole.
 * @public
 */
export const promiseOperationNames = [
  'rerun',
  'rerunRequests',
  'pause',
  'unpause',
] as const;

/** @public */
export type PromiseOperationName = (typeof promiseOperationNames)[number];

/** `GET /promises/:platform/:promise/operations` @public */
export const promiseOperationsResponseSchema = z.object({
  /** To be sent back with each write. */
  uid: z.string(),
  operations: z.array(
    z.object({
      name: z.enum(promiseOperationNames),
      availability: z.enum(['available', 'unavailable', 'forbidden']),
      /** One sentence; absent when it is available. */
      reason: z.string().optional(),
      /** Translatable form of `reason`. */
      wording: wordingSchema.optional(),
      permission: z.string().optional(),
    }),
  ),
});

/** @public */
export type PromiseOperationsResponse = z.infer<
  typeof promiseOperationsResponseSchema
>;

/**
 * Answer to `POST /promises/:platform/:promise/operations/:operation`: it was asked for, and the page hears of
 * the rest.
 * @public
 */
export const promiseOperationResponseSchema = z.object({
  operation: z.enum(promiseOperationNames),
  uid: z.string(),
});

/** @public */
export type PromiseOperationResponse = z.infer<
  typeof promiseOperationResponseSchema
>;

/**
 * Paths of what can be done with a Promise; a `POST` takes the body of `operationBodySchema`.
 * @public
 */
export const kratixPromiseOperationPaths = {
  operations: (ref: PromiseRef) => `${kratixPaths.promise(ref)}/operations`,
  operation: (ref: PromiseRef, name: PromiseOperationName) =>
    `${kratixPaths.promise(ref)}/operations/${name}`,
} as const;
