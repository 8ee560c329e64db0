/**
 * What Kratix adds to the catalog's own page, for the new frontend system. Found by itself, as the plugin
 * is.
 *
 * @packageDocumentation
 */
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { kratixCatalogIndex } from './extensions/catalogIndex';

/**
 * The catalog's list with the status of what Kratix made.
 * @alpha
 */
const kratixCatalogModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [kratixCatalogIndex],
});

export default kratixCatalogModule;
