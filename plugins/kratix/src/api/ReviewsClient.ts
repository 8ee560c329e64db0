import type { FetchApi } from '@backstage/frontend-plugin-api';
import {
  pullRequestsPath,
  reviewsResponseSchema,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { exchangeJson } from './exchangeJson';
import type { ReviewsApi } from './ReviewsApi';

/**
 * {@link ReviewsApi} over the Kratix backend plugin.
 * @public
 */
export class ReviewsClient implements ReviewsApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  fetchReviews: ReviewsApi['fetchReviews'] = (filter, options) =>
    exchangeJson(this.#fetchApi, {
      method: 'GET',
      path: pullRequestsPath(filter),
      schema: reviewsResponseSchema,
      signal: options?.signal,
    });
}
