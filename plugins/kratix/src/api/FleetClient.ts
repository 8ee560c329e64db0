import type { FetchApi } from '@backstage/frontend-plugin-api';
import {
  fleetPaths,
  fleetResponseSchema,
  impactResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { exchangeJson } from './exchangeJson';
import type { FleetApi } from './FleetApi';

/**
 * {@link FleetApi} over the Kratix backend plugin.
 * @public
 */
export class FleetClient implements FleetApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  fetchFleet: FleetApi['fetchFleet'] = (reference, options) =>
    exchangeJson(this.#fetchApi, {
      method: 'GET',
      path: fleetPaths.fleet(reference),
      schema: fleetResponseSchema,
      signal: options?.signal,
    });

  askImpact: FleetApi['askImpact'] = (ref, candidate, options) =>
    exchangeJson(this.#fetchApi, {
      method: 'POST',
      path: fleetPaths.impact(ref),
      schema: impactResponseSchema,
      body: { candidate },
      signal: options?.signal,
    });
}
