import type { ReviewsApi } from '../src';
import { reviewsStates } from '../src/__fixtures__';

/**
 * Answers as the backend would in each state: the name of the Promise is the name of the state.
 */
export function createFakeReviewsApi(): ReviewsApi {
  const states = reviewsStates(Date.now());
  return {
    fetchReviews: async ({ promise }) => {
      const none = states.find(({ id }) => id === 'direct');
      const state = states.find(({ id }) => id === promise) ?? none;
      return state?.answer ?? new Promise(() => {});
    },
  };
}
