import { z } from 'zod';

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
 * Which object a write was decided about.
 * @internal
 */
export const objectUid = z.string().min(1).max(128);

/**
 * A version of a Promise, or `latest`.
 * @internal
 */
export const promiseVersion = z.string().min(1).max(253);
