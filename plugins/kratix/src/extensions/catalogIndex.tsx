import {
  coreExtensionData,
  createExtensionDataRef,
} from '@backstage/frontend-plugin-api';
import catalogPlugin, {
  type CatalogExportSettings,
} from '@backstage/plugin-catalog/alpha';

/** What other extensions add to the catalog's export (`CatalogExportConfigBlueprint`, plugin-catalog 2.0). */
const exportData = createExtensionDataRef<
  Partial<CatalogExportSettings>
>().with({ id: 'catalog.export-customization' });

/**
 * `page:catalog`: the catalog's own page, with a column for the status of what Kratix made. Its route, its
 * configuration, its filters and its export stay what they are.
 * @internal
 */
export const kratixCatalogIndex = catalogPlugin
  .getExtension('page:catalog')
  .override({
    factory(originalFactory, { inputs, config }) {
      const own = inputs.exportConfig.map(input => input.get(exportData));
      const exportSettings: CatalogExportSettings = {
        ...config.exportSettings,
        ...Object.assign({}, ...[...own].reverse()),
        exporters: Object.assign({}, ...own.map(each => each?.exporters)),
      };
      return originalFactory({
        params: {
          loader: async () => {
            const [{ CatalogIndexPage }, { kratixCatalogColumns }] =
              await Promise.all([
                import('@backstage/plugin-catalog/alpha'),
                import('../components/catalog'),
              ]);
            return (
              <CatalogIndexPage
                columns={kratixCatalogColumns}
                filters={
                  <>
                    {inputs.filters.map(filter =>
                      filter.get(coreExtensionData.reactElement),
                    )}
                  </>
                }
                pagination={config.pagination}
                exportSettings={
                  config.exportSettings?.enabled ? exportSettings : undefined
                }
              />
            );
          },
        },
      });
    },
  });
