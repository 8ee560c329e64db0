import { createComponentExtension } from '@backstage/core-plugin-api';
import { kratixPlugin } from './plugin';

/**
 * Runs, steps and logs, for a tab of a request's or a Promise's entity:
 * `<EntityLayout.Route path="/workflow" title="Workflow"><EntityKratixWorkflowContent /></EntityLayout.Route>`.
 * @public
 */
export const EntityKratixWorkflowContent: () => JSX.Element | null =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixWorkflowContent',
      component: {
        lazy: () =>
          import('../components/workflow').then(m => m.EntityWorkflowContent),
      },
    }),
  );
