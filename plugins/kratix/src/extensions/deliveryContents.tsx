import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { promiseFilter, requestFilter } from './entityFilters';

const filter = { $any: [requestFilter, promiseFilter] };

/** `entity-content:kratix/delivery` @internal */
export const deliveryContent = EntityContentBlueprint.make({
  name: 'delivery',
  params: {
    path: '/delivery',
    title: 'Delivery',
    filter,
    loader: async () => {
      const { EntityDeliveryContent } = await import('../components/delivery');
      return <EntityDeliveryContent />;
    },
  },
});

/** `entity-content:kratix/events` @internal */
export const eventsContent = EntityContentBlueprint.make({
  name: 'events',
  params: {
    path: '/events',
    title: 'Events',
    filter,
    loader: async () => {
      const { EntityEventsContent } = await import('../components/events');
      return <EntityEventsContent />;
    },
  },
});
