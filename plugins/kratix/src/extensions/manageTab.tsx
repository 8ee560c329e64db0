import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { promiseFilter, requestFilter } from './entityFilters';

/** `entity-content:kratix/manage` @internal */
export const manageContent = EntityContentBlueprint.make({
  name: 'manage',
  params: {
    path: '/manage',
    title: 'Manage',
    filter: { $any: [requestFilter, promiseFilter] },
    loader: async () => {
      const { EntityManageContent } = await import('../components/manage');
      return <EntityManageContent />;
    },
  },
});
