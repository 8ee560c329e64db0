const { appendFileSync } = require('node:fs');
const {
  createExtensionPointFactoryMiddleware,
} = require('@backstage/backend-app-api');
const {
  catalogProcessingExtensionPoint,
} = require('@backstage/plugin-catalog-node');

const MEASURED = /^(kratix-|bench$)/;

/**
 * Stands between the catalog and the entity providers: when they were
 * connected, and what they sent. With `record`, each upsert is written there.
 */
exports.createProcessingWatcher = ({ record }) => {
  const state = { connectedAt: undefined, mutations: 0, entities: 0, full: 0 };

  const note = mutation => {
    const upserts =
      mutation.type === 'full' ? mutation.entities : mutation.added;
    state.mutations += 1;
    state.full += mutation.type === 'full' ? 1 : 0;
    state.entities += upserts.length + (mutation.removed?.length ?? 0);
    if (record && upserts.length > 0) {
      const lines = upserts.map(({ entity }) => `${JSON.stringify(entity)}\n`);
      appendFileSync(record, lines.join(''));
    }
  };
  const watched = connection => ({
    applyMutation(mutation) {
      note(mutation);
      return connection.applyMutation(mutation);
    },
    refresh: options => connection.refresh(options),
  });
  const wrap = provider => ({
    getProviderName: () => provider.getProviderName(),
    connect(connection) {
      state.connectedAt ??= Date.now();
      return provider.connect(watched(connection));
    },
  });

  return {
    state,
    middleware: createExtensionPointFactoryMiddleware({
      extensionPoint: catalogProcessingExtensionPoint,
      middleware: processing =>
        new Proxy(processing, {
          get: (target, key) =>
            key === 'addEntityProvider'
              ? (...providers) =>
                  target.addEntityProvider(
                    ...providers
                      .flat()
                      .map(p =>
                        MEASURED.test(p.getProviderName()) ? wrap(p) : p,
                      ),
                  )
              : target[key],
        }),
    }),
  };
};
