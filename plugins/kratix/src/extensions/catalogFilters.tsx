import { CatalogFilterBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** `catalog-filter:kratix/phase` @internal */
export const phaseFilter = CatalogFilterBlueprint.make({
  name: 'phase',
  params: {
    loader: async () => {
      const { EntityPhasePicker } = await import('../components/catalog');
      return <EntityPhasePicker />;
    },
  },
});
