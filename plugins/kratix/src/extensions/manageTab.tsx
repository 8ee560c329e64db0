import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { requestFilter } from './entityFilters';

/** `entity-content:kratix/manage` @internal */
export const manageContent = EntityContentBlueprint.make({
  name: 'manage',
  params: {
    path: '/manage',
    title: 'Manage',
    filter: requestFilter,
    loader: async () => {
      const { EntityManageContent } = await import('../components/manage');
      return <EntityManageContent />;
    },
  },
});
