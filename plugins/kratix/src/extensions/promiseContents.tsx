import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { promiseFilter } from './entityFilters';

/** `entity-content:kratix/requests` @internal */
export const promiseRequests = EntityContentBlueprint.make({
  name: 'requests',
  params: {
    path: '/requests',
    title: 'Requests',
    filter: promiseFilter,
    loader: async () => {
      const { EntityRequestList } = await import('../components/lists');
      return <EntityRequestList />;
    },
  },
});

/** `entity-content:kratix/versions` @internal */
export const promiseVersions = EntityContentBlueprint.make({
  name: 'versions',
  params: {
    path: '/versions',
    title: 'Versions',
    filter: promiseFilter,
    loader: async () => {
      const { EntityRolloutContent } = await import('../components/rollout');
      return <EntityRolloutContent />;
    },
  },
});
