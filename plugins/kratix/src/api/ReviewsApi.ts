import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  ReviewFilter,
  ReviewsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from './ApiProblem';
import type { FetchOptions } from './KratixApi';

/**
 * What the pages ask about changes that wait for review. Expected failures are returned.
 * @public
 */
export interface ReviewsApi {
  /** `unreachable` means the forge here: the platform is not asked. */
  fetchReviews(
    filter: ReviewFilter,
    options?: FetchOptions,
  ): Promise<Fetched<ReviewsResponse>>;
}

/**
 * The API behind what waits for review.
 * @public
 */
export const kratixReviewsApiRef = createApiRef<ReviewsApi>().with({
  id: 'plugin.kratix.reviews',
  pluginId: 'kratix',
});
