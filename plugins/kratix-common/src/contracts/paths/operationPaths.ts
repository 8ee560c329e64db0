import type { PromiseRef, RequestRef } from '../../model';
import { kratixPaths } from './paths';

/**
 * Paths of the writes below `/api/kratix`, with each part encoded.
 * @public
 */
export const kratixOperationPaths = {
  operations: (ref: RequestRef) => `${kratixPaths.request(ref)}/operations`,
  operation: (
    ref: RequestRef,
    name: 'rerun' | 'pause' | 'unpause' | 'resume' | 'retryNow' | 'setVersion',
  ) => `${kratixPaths.request(ref)}/operations/${name}`,
  delete: (ref: RequestRef, uid: string) =>
    `${kratixPaths.request(ref)}?uid=${encodeURIComponent(uid)}`,
  validate: (ref: PromiseRef) => `${kratixPaths.promise(ref)}/validate`,
  previews: (ref: RequestRef) => `${kratixPaths.request(ref)}/previews`,
  preview: (ref: RequestRef, preview: string) =>
    `${kratixPaths.request(ref)}/previews/${encodeURIComponent(preview)}`,
} as const;
