import {
  coreServices,
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';
import { readKratixConfig } from '../config/readKratixConfig';
import { DefaultKratixService } from './DefaultKratixService';
import type { KratixService } from './KratixService';

/**
 * The Kratix platforms of this process. Needs no setup: the first plugin that asks for it starts its watches,
 * and the end of the process stops them.
 * @public
 */
export const kratixServiceRef = createServiceRef<KratixService>({
  id: 'kratix.kratix',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {
        config: coreServices.rootConfig,
        logger: coreServices.rootLogger,
        lifecycle: coreServices.rootLifecycle,
      },
      factory: ({ config, logger, lifecycle }) => {
        const kratix = new DefaultKratixService({
          config: readKratixConfig(config),
          logger: logger.child({ service: 'kratix' }),
        });
        kratix.start();
        lifecycle.addShutdownHook(() => kratix.stop());
        return kratix;
      },
    }),
});
