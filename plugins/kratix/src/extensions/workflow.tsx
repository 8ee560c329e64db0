import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { promiseFilter, requestFilter } from './entityFilters';

/** `entity-content:kratix/workflow` @internal */
export const workflowContent = EntityContentBlueprint.make({
  name: 'workflow',
  params: {
    path: '/workflow',
    title: 'Workflow',
    filter: { $any: [requestFilter, promiseFilter] },
    loader: async () => {
      const { EntityWorkflowContent } = await import('../components/workflow');
      return <EntityWorkflowContent />;
    },
  },
});
