import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  CopiesResponse,
  PromiseRef,
  RequestRef,
  RolloutResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from './ApiProblem';
import type { FetchOptions } from './KratixApi';

/**
 * What the pages ask about the versions of requests, and about ordering the same elsewhere. Expected failures
 * are returned.
 * @public
 */
export interface RolloutApi {
  /** Who is at which version. */
  fetchRollout(
    ref: PromiseRef,
    options?: FetchOptions,
  ): Promise<Fetched<RolloutResponse>>;
  /** Where the same could be ordered, and what of it does not fit there. */
  fetchCopies(
    ref: RequestRef,
    options?: FetchOptions,
  ): Promise<Fetched<CopiesResponse>>;
}

/**
 * The API behind the pages about versions and copies.
 * @public
 */
export const kratixRolloutApiRef = createApiRef<RolloutApi>().with({
  id: 'plugin.kratix.rollout',
  pluginId: 'kratix',
});
