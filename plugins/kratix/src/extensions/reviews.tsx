import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { promiseFilter, requestFilter } from './entityFilters';

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
