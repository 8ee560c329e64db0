import { EntityHeaderLayoutBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { promiseFilter, requestFilter } from './entityFilters';

/** `entity-header-layout:kratix` @internal */
export const kratixEntityHeader = EntityHeaderLayoutBlueprint.make({
  params: {
    filter: { $any: [requestFilter, promiseFilter] },
    loader: async () => {
      const { KratixEntityHeader } = await import('../components/header');
      return KratixEntityHeader;
    },
  },
});
