import { ApiBlueprint, fetchApiRef } from '@backstage/frontend-plugin-api';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { kratixWorkflowApiRef, WorkflowClient } from '../api';
import { promiseFilter, requestFilter } from './entityFilters';

/** `api:kratix/workflow` @internal */
export const workflowApi = ApiBlueprint.make({
  name: 'workflow',
  params: defineParams =>
    defineParams({
      api: kratixWorkflowApiRef,
      deps: { fetchApi: fetchApiRef },
      factory: ({ fetchApi }) => new WorkflowClient({ fetchApi }),
    }),
});

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
