import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { kratixReviewsApiRef, ReviewsClient } from '../api';
import { promiseFilter, requestFilter } from './entityFilters';

/** `api:kratix/reviews` @internal */
export const kratixReviewsApi = ApiBlueprint.make({
  name: 'reviews',
  params: defineParams =>
    defineParams({
      api: kratixReviewsApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new ReviewsClient({ fetchApi }),
    }),
});

/** `entity-card:kratix/reviews` @internal */
export const reviewsCard = EntityCardBlueprint.make({
  name: 'reviews',
  params: {
    type: 'content',
    filter: { $any: [promiseFilter, requestFilter] },
    loader: async () => {
      const { EntityReviewsCard } = await import('../components/review');
      return <EntityReviewsCard />;
    },
  },
});
