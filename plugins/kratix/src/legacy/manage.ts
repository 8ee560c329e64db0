import { createComponentExtension } from '@backstage/core-plugin-api';
import { kratixPlugin } from './plugin';

/**
 * What can be done with a request, for a tab of its entity: `<EntityLayout.Route path="/manage" title="Manage">`.
 * @public
 */
export const EntityKratixManageContent: () => JSX.Element | null =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixManageContent',
      component: {
        lazy: () =>
          import('../components/manage').then(m => m.EntityManageContent),
      },
    }),
  );
