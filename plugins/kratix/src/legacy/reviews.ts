import { createComponentExtension } from '@backstage/core-plugin-api';
import { kratixPlugin } from './plugin';

/**
 * What waits for review of a service or a request, for the overview of its entity. Nothing where nothing
 * does.
 * @public
 */
export const EntityKratixReviewsCard: () => JSX.Element | null =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixReviewsCard',
      component: {
        lazy: () =>
          import('../components/review').then(m => m.EntityReviewsCard),
      },
    }),
  );
