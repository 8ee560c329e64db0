import type { PromiseRef, RequestRef } from '../../model';
import { kratixPaths } from './paths';

/**
 * Paths about versions and other platforms below `/api/kratix`.
 * @public
 */
export const rolloutPaths = {
  rollout: (ref: PromiseRef) => `${kratixPaths.promise(ref)}/rollout`,
  copies: (ref: RequestRef) => `${kratixPaths.request(ref)}/copies`,
} as const;
