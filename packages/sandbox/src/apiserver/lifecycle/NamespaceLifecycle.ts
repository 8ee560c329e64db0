import type { Clock } from '../clock';
import type { KubeObject } from '../cluster';
import { cloneJson } from '../json/json';
import type { TypeRegistry } from '../registry/TypeRegistry';
import type { ObjectStore, StoredEvent } from '../storage/ObjectStore';
import type { ObjectRemover } from '../write/ObjectRemover';

const shelf = '/namespaces';

/** The controller lets the API servers learn first that nothing new may come. */
const emptyDelayMs = 500;

/**
 * Plays the namespace controller: empties a namespace that is being deleted, and lets it go when empty.
 * @internal
 */
export class NamespaceLifecycle {
  readonly #clock: Clock;
  readonly #store: ObjectStore;
  readonly #registry: TypeRegistry;
  readonly #remover: ObjectRemover;

  constructor(parts: {
    clock: Clock;
    store: ObjectStore;
    registry: TypeRegistry;
    remover: ObjectRemover;
  }) {
    this.#clock = parts.clock;
    this.#store = parts.store;
    this.#registry = parts.registry;
    this.#remover = parts.remover;
  }

  react(event: StoredEvent): void {
    if (event.storageKey === shelf) {
      if (
        event.type !== 'DELETED' &&
        event.object.metadata.deletionTimestamp &&
        !event.previous?.metadata.deletionTimestamp
      ) {
        const { name } = event.object.metadata;
        this.#clock.after(emptyDelayMs, () => this.#empty(name));
      }
      return;
    }
    const { namespace } = event.object.metadata;
    if (event.type === 'DELETED' && namespace) {
      this.#finish(namespace);
    }
  }

  #empty(namespace: string): void {
    if (
      !this.#store.get(shelf, { name: namespace })?.metadata.deletionTimestamp
    ) {
      return;
    }
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
