import type { KubeObject } from '../cluster';
import { cloneJson } from '../json/json';
import type { TypeRegistry } from '../registry/TypeRegistry';
import type { ObjectStore, StoredEvent } from '../storage/ObjectStore';
import type { ObjectRemover } from '../write/ObjectRemover';

const shelf = '/namespaces';

/**
 * Plays the namespace controller: empties a namespace that is being deleted, and lets it go when empty.
 * @internal
 */
export class NamespaceLifecycle {
  readonly #store: ObjectStore;
  readonly #registry: TypeRegistry;
  readonly #remover: ObjectRemover;

  constructor(
    store: ObjectStore,
    registry: TypeRegistry,
    remover: ObjectRemover,
  ) {
    this.#store = store;
    this.#registry = registry;
    this.#remover = remover;
  }

  react(event: StoredEvent): void {
    if (event.storageKey === shelf) {
      if (event.type !== 'DELETED' && event.object.metadata.deletionTimestamp) {
        this.#empty(event.object.metadata.name);
      }
      return;
    }
    const { namespace } = event.object.metadata;
    if (event.type === 'DELETED' && namespace) {
      this.#finish(namespace);
    }
  }

  #empty(namespace: string): void {
    for (const storageKey of this.#store.shelfKeys()) {
      const type = this.#registry.storageType(storageKey);
      if (type?.isNamespaced) {
        for (const object of this.#store.list(storageKey, namespace)) {
          this.#remover.remove(type, object.metadata);
        }
      }
    }
    this.#finish(namespace);
  }

  #finish(name: string): void {
    const namespace = this.#store.get(shelf, { name });
    if (
      !namespace?.metadata.deletionTimestamp ||
      this.#store
        .shelfKeys()
        .some(key => key !== shelf && this.#store.list(key, name).length > 0)
    ) {
      return;
    }
    const emptied: KubeObject = cloneJson(namespace);
    emptied.spec = { finalizers: [] };
    this.#store.put(shelf, emptied);
    if ((emptied.metadata.finalizers ?? []).length === 0) {
      this.#store.remove(shelf, { name });
    }
  }
}
