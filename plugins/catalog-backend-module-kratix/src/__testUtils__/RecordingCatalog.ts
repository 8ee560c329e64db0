import {
  createBackendPlugin,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
  type CatalogService,
  type EntityProvider,
  type EntityProviderMutation,
} from '@backstage/plugin-catalog-node';

/**
 * Takes the catalog's place, without a database and without its processing: holds what providers send, and
 * writes down what they removed.
 */
export class RecordingCatalog {
  readonly entities = new Map<string, Entity>();
  readonly removed: string[] = [];
  mutations = 0;

  /** Features of a backend. */
  features() {
    return [this.#plugin(), this.#service()];
  }

  #plugin() {
    const providers: EntityProvider[] = [];
    return createBackendPlugin({
      pluginId: 'catalog',
      register: env => {
        env.registerExtensionPoint(catalogProcessingExtensionPoint, {
          addEntityProvider: (...added: unknown[]) =>
            void providers.push(...(added.flat() as EntityProvider[])),
          addProcessor: () => undefined,
          addPlaceholderResolver: () => undefined,
          setOnProcessingErrorHandler: () => undefined,
        });
        env.registerInit({
          deps: {},
          init: async () => {
            for (const provider of providers) {
              const key = provider.getProviderName();
              await provider.connect({
                applyMutation: async mutation => this.#apply(key, mutation),
                refresh: async () => undefined,
              });
            }
          },
        });
      },
    });
  }

  #service() {
    const stream = async function* nothing() {
      yield [];
    };
    return createServiceFactory({
      service: catalogServiceRef,
      deps: {},
      factory: () =>
        ({
          streamEntities: stream,
        } as Partial<CatalogService> as CatalogService),
    });
  }

  #apply(provider: string, mutation: EntityProviderMutation): void {
    this.mutations += 1;
    const owned = `${provider} `;
    const added = mutation.type === 'full' ? mutation.entities : mutation.added;
    const keys = new Set(
      added.map(({ entity }) => owned + stringifyEntityRef(entity)),
    );
    const gone =
      mutation.type === 'full'
        ? [...this.#owned].filter(
            key => key.startsWith(owned) && !keys.has(key),
          )
        : mutation.removed.map(entry =>
            'entityRef' in entry
              ? owned + entry.entityRef
              : owned + stringifyEntityRef(entry.entity),
          );
    for (const { entity } of added) {
      const ref = stringifyEntityRef(entity);
      this.#owned.add(owned + ref);
      this.entities.set(ref, entity);
    }
    for (const key of gone) {
      const ref = key.slice(owned.length);
      this.#owned.delete(key);
      this.entities.delete(ref);
      this.removed.push(ref);
    }
  }

  readonly #owned = new Set<string>();
}
