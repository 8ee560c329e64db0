import { createComponentExtension } from '@backstage/core-plugin-api';
import { kratixPlugin } from './plugin';

/**
 * Where files went, for a tab of a request's or a Promise's entity:
 * `<EntityLayout.Route path="/delivery" title="Delivery"><EntityKratixDeliveryContent /></EntityLayout.Route>`.
 * @public
 */
export const EntityKratixDeliveryContent: () => JSX.Element | null =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixDeliveryContent',
      component: {
        lazy: () =>
          import('../components/delivery').then(m => m.EntityDeliveryContent),
      },
    }),
  );

/**
 * What the platform said lately, for a tab likewise.
 * @public
 */
export const EntityKratixEventsContent: () => JSX.Element | null =
  kratixPlugin.provide(
    createComponentExtension({
      name: 'EntityKratixEventsContent',
      component: {
        lazy: () =>
          import('../components/events').then(m => m.EntityEventsContent),
      },
    }),
  );
