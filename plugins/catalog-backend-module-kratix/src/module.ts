import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
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
import { observeProblems } from './metrics/observeProblems';
import { observeWatches } from './metrics/observeWatches';
import { SyncMetrics } from './metrics/SyncMetrics';
import { createProblemsRouter } from './problems/createProblemsRouter';
import { ProblemBoard } from './problems/ProblemBoard';
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
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        kratix: kratixServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        processing: catalogProcessingExtensionPoint,
        rootConfig: coreServices.rootConfig,
      },
      async init({
        processing,
        rootConfig,
        metrics,
        httpAuth,
        httpRouter,
        ...services
      }) {
        const config = readKratixConfig(rootConfig).catalog;
        const syncMetrics = new SyncMetrics(metrics);
        observeWatches(metrics, services.kratix, Date.now);
        const board = new ProblemBoard();
        observeProblems(metrics, board);
        httpRouter.use(createProblemsRouter(board, httpAuth));
        processing.addEntityProvider(
          services.kratix.platforms.map(
            platform =>
              new KratixEntityProvider({
                ...services,
                platform,
                config,
                transformers,
                metrics: syncMetrics,
                board,
              }),
          ),
        );
      },
    });
  },
});
