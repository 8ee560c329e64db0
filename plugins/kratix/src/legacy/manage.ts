import { createComponentExtension } from '@backstage/core-plugin-api';
import { kratixPlugin } from './plugin';

/**
 * What can be done with a request, or with a service as a whole, for a tab of its entity:
 * `<EntityLayout.Route path="/manage" title="Manage">`. It stands in for the items that the new frontend system
 * adds to an entity's menu: the old one's `EntityLayout` takes extra items from the app alone
 * (`UNSTABLE_extraContextMenuItems`), and gives them no entity.
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
