import type { FetchApi } from '@backstage/frontend-plugin-api';
import {
  copiesResponseSchema,
  rolloutPaths,
  rolloutResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { exchangeJson } from './exchangeJson';
import type { RolloutApi } from './RolloutApi';

/**
 * {@link RolloutApi} over the Kratix backend plugin.
 * @public
 */
export class RolloutClient implements RolloutApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  fetchRollout: RolloutApi['fetchRollout'] = (ref, options) =>
    exchangeJson(this.#fetchApi, {
      method: 'GET',
      path: rolloutPaths.rollout(ref),
      schema: rolloutResponseSchema,
      signal: options?.signal,
    });

  fetchCopies: RolloutApi['fetchCopies'] = (ref, options) =>
    exchangeJson(this.#fetchApi, {
      method: 'GET',
      path: rolloutPaths.copies(ref),
      schema: copiesResponseSchema,
      signal: options?.signal,
    });
}
