import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import {
  kratixCatalogExtensionPoint,
  kratixServiceRef,
  readKratixConfig,
  type KratixEntityTransformer,
} from '@kratix-portal/backstage-plugin-kratix-node';
import { KratixEntityProvider } from './provider/KratixEntityProvider';

/**
 * Kratix Promises and resource requests as catalog entities and Templates.
 * @public
 */
export const catalogModuleKratix = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'kratix',
  register(reg) {
    const transformers: KratixEntityTransformer[] = [];
    reg.registerExtensionPoint(kratixCatalogExtensionPoint, {
      addEntityTransformer: transformer => void transformers.push(transformer),
    });
    reg.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        kratix: kratixServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        rootConfig: coreServices.rootConfig,
      },
      async init({ processing, rootConfig, ...services }) {
        const config = readKratixConfig(rootConfig).catalog;
        processing.addEntityProvider(
          services.kratix.platforms.map(
            platform =>
              new KratixEntityProvider({
                ...services,
                platform,
                config,
                transformers,
              }),
          ),
        );
      },
    });
  },
});
