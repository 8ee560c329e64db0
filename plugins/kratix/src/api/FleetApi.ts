import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  FleetResponse,
  ImpactCandidate,
  ImpactResponse,
  PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from './ApiProblem';
import type { FetchOptions } from './KratixApi';

/**
 * What the pages ask about several platforms at once. Expected failures are returned.
 * @public
 */
export interface FleetApi {
  /** What is where; compared with one platform, or with the first that has it. */
  fetchFleet(
    reference?: string,
    options?: FetchOptions,
  ): Promise<Fetched<FleetResponse>>;
  /** What another state of a Promise would mean where the reference says. Nothing is written. */
  askImpact(
    ref: PromiseRef,
    candidate: ImpactCandidate,
    options?: FetchOptions,
  ): Promise<Fetched<ImpactResponse>>;
}

/**
 * The API behind the pages about several platforms.
 * @public
 */
export const kratixFleetApiRef = createApiRef<FleetApi>().with({
  id: 'plugin.kratix.fleet',
  pluginId: 'kratix',
});
