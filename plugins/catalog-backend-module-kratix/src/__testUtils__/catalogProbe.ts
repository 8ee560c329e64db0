import {
  createBackendPlugin,
  type RootLoggerService,
} from '@backstage/backend-plugin-api';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';

/** A plugin that hands the catalog's service out. */
export function catalogProbe() {
  const served: { catalog?: CatalogService } = {};
  const plugin = createBackendPlugin({
    pluginId: 'probe',
    register(env) {
      env.registerInit({
        deps: { catalog: catalogServiceRef },
        async init({ catalog }) {
          served.catalog = catalog;
        },
      });
    },
  });
  return { plugin, served };
}

/** Writes warnings and errors of a whole backend down. */
export function collectComplaints(complaints: string[]): RootLoggerService {
  const logger: RootLoggerService = {
    error: (message, meta) => void complaints.push(toLine(message, meta)),
    warn: (message, meta) => void complaints.push(toLine(message, meta)),
    info: () => undefined,
    debug: () => undefined,
    child: () => logger,
  };
  return logger;
}

function toLine(message: string, meta: unknown): string {
  return meta instanceof Error ? `${message}: ${meta.message}` : message;
}
