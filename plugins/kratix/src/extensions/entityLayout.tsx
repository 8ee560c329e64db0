import { EntityContentLayoutBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { promiseFilter, requestFilter } from './entityFilters';

/** `entity-content-layout:kratix` @internal */
export const kratixEntityLayout = EntityContentLayoutBlueprint.make({
  params: {
    filter: { $any: [requestFilter, promiseFilter] },
    loader: async () => {
      const { KratixEntityLayout } = await import('../components/layout');
      return KratixEntityLayout;
    },
  },
});
