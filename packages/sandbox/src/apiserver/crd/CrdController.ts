import type { KubeObject } from '../cluster';
import { cloneJson } from '../json/json';
import type { TypeRegistry } from '../registry/TypeRegistry';
import type { ObjectStore, StoredEvent } from '../storage/ObjectStore';
import type { ObjectRemover } from '../write/ObjectRemover';
import {
  crdFinalizer,
  crdSpec,
  crdStorageKey,
} from './CustomResourceDefinition';
import type { Clock } from '../clock';
import { timestamp } from '../write/timestamp';
import type { ObjectWriter } from '../write/ObjectWriter';
import { establishCrd, isEstablished } from './establishCrd';
import { toResourceTypes } from './toResourceTypes';

/** The API server's controllers see a new CRD a moment later; until then its type is not served. */
const establishDelayMs = 100;

/**
 * Serves the types of established CRDs, and takes the objects away when a CRD is deleted.
 * @internal
 */
export class CrdController {
  readonly #store: ObjectStore;
  readonly #registry: TypeRegistry;
  readonly #remover: ObjectRemover;
  readonly #writer: ObjectWriter;
  readonly #clock: Clock;
  readonly #log: (message: string) => void;

  constructor(parts: {
    store: ObjectStore;
    registry: TypeRegistry;
    remover: ObjectRemover;
    writer: ObjectWriter;
    clock: Clock;
    log: (message: string) => void;
  }) {
    this.#store = parts.store;
    this.#registry = parts.registry;
    this.#remover = parts.remover;
    this.#writer = parts.writer;
    this.#clock = parts.clock;
    this.#log = parts.log;
  }

  /** At once with the commit, so that a type is served as soon as its CRD says so. */
  register(event: StoredEvent): void {
    if (event.storageKey !== crdStorageKey) {
      return;
    }
    if (event.type === 'DELETED') {
      this.#registry.replace(storageKeyOf(event.object), [], event.revision);
    } else if (
      event.type === 'ADDED' ||
      event.object.metadata.generation !==
        event.previous?.metadata.generation ||
      isEstablished(event.object) !==
        (event.previous !== undefined && isEstablished(event.previous))
    ) {
      this.serve(event.object);
    }
  }

  serve(crd: KubeObject): void {
    if (isEstablished(crd)) {
      this.#registry.replace(
        storageKeyOf(crd),
        toResourceTypes(crd, this.#log),
        this.#store.revision,
      );
    }
  }

  /** After the commit: a CRD that is being deleted takes its objects with it. */
  react(event: StoredEvent): void {
    if (event.storageKey === crdStorageKey) {
      if (event.type !== 'DELETED' && event.object.metadata.deletionTimestamp) {
        this.#removeInstances(event.object);
      } else if (
        event.object.metadata.generation !== event.previous?.metadata.generation
      ) {
        const { name } = event.object.metadata;
        this.#clock.after(establishDelayMs, () => this.establish(name));
      }
    } else if (event.type === 'DELETED') {
      const crd = this.#crdOf(event.storageKey);
      if (crd?.metadata.deletionTimestamp) {
        this.#finish(crd);
      }
    }
  }

  /** Accepts the names and serves the type; what says so already stays as it is. */
  establish(name: string): void {
    const crd = this.#store.get(crdStorageKey, { name });
    const type = this.#registry.storageType(crdStorageKey);
    if (!crd || !type || crd.metadata.deletionTimestamp) {
      return;
    }
    const now = timestamp(this.#clock.now());
    this.#writer.update(
      type,
      { name },
      draft => {
        establishCrd(draft, now, this.#registry);
        return draft;
      },
      {
        subresource: 'status',
        fieldManager: 'kube-apiserver',
        dryRun: false,
        fieldValidation: 'Ignore',
        isUnconditional: true,
        warn: () => {},
      },
    );
  }

  #removeInstances(crd: KubeObject): void {
    const storageKey = storageKeyOf(crd);
    const type = this.#registry.storageType(storageKey);
    for (const object of this.#store.list(storageKey)) {
      if (type && !object.metadata.deletionTimestamp) {
        this.#remover.remove(type, object.metadata);
      }
    }
    this.#finish(crd);
  }

  #finish({ metadata: { name } }: KubeObject): void {
    const crd = this.#store.get(crdStorageKey, { name });
    if (!crd || this.#store.list(storageKeyOf(crd)).length > 0) {
      return;
    }
    const finalizers = crd.metadata.finalizers ?? [];
    if (!finalizers.includes(crdFinalizer)) {
      return;
    }
    const draft = cloneJson(crd);
    draft.metadata.finalizers = finalizers.filter(
      finalizer => finalizer !== crdFinalizer,
    );
    this.#store.put(crdStorageKey, draft);
    if (draft.metadata.finalizers.length === 0) {
      this.#store.remove(crdStorageKey, { name });
    }
  }

  #crdOf(storageKey: string): KubeObject | undefined {
    const [group, plural] = storageKey.split('/');
    return this.#store.get(crdStorageKey, { name: `${plural}.${group}` });
  }
}

function storageKeyOf(crd: KubeObject): string {
  const { group, names } = crdSpec(crd);
  return `${group}/${names.plural}`;
}
