import { EntityCardBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { promiseFilter, requestFilter } from './entityFilters';

/** `entity-card:kratix/request` @internal */
export const requestCard = EntityCardBlueprint.make({
  name: 'request',
  params: {
    type: 'content',
    filter: requestFilter,
    loader: async () => {
      const { EntityRequestCard } = await import('../components/request');
      return <EntityRequestCard />;
    },
  },
});

/** `entity-card:kratix/promise` @internal */
export const promiseCard = EntityCardBlueprint.make({
  name: 'promise',
  params: {
    type: 'content',
    filter: promiseFilter,
    loader: async () => {
      const { EntityPromiseCard } = await import('../components/promise');
      return <EntityPromiseCard />;
    },
  },
});

/** `entity-card:kratix/parts` @internal */
export const partsCard = EntityCardBlueprint.make({
  name: 'parts',
  params: {
    type: 'content',
    filter: requestFilter,
    loader: async () => {
      const { EntityPartsCard } = await import('../components/parts');
      return <EntityPartsCard />;
    },
  },
});
