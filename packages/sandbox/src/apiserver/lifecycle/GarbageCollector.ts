import type { KubeObject, ObjectKey, OwnerReference } from '../cluster';
import { cloneJson } from '../json/json';
import type { TypeRegistry } from '../registry/TypeRegistry';
import type { ObjectStore, StoredEvent } from '../storage/ObjectStore';
import type { ObjectRemover } from '../write/ObjectRemover';

interface Dependent {
  readonly storageKey: string;
  readonly key: ObjectKey;
}

/**
 * Plays the garbage collector: when the last owner of an object is gone, the object goes; foreground
 * deletion waits for dependents, orphaning lets them go free.
 * Source of the rules: kubernetes/pkg/controller/garbagecollector.
 * @internal
 */
export class GarbageCollector {
  readonly #store: ObjectStore;
  readonly #registry: TypeRegistry;
  readonly #remover: ObjectRemover;
  readonly #dependents = new Map<string, Map<string, Dependent>>();
  readonly #uids = new Set<string>();

  constructor(
    store: ObjectStore,
    registry: TypeRegistry,
    remover: ObjectRemover,
  ) {
    this.#store = store;
    this.#registry = registry;
    this.#remover = remover;
  }

  /** Learns of an object; call for each commit, in order, before `react`. */
  index(event: StoredEvent): void {
    const { object, previous, storageKey } = event;
    for (const owner of previous?.metadata.ownerReferences ?? []) {
      this.#dependents.get(owner.uid)?.delete(idOf(storageKey, object));
    }
    if (event.type === 'DELETED') {
      this.#uids.delete(object.metadata.uid);
      return;
    }
    this.#uids.add(object.metadata.uid);
    for (const owner of object.metadata.ownerReferences ?? []) {
      const known = this.#dependents.get(owner.uid) ?? new Map();
      this.#dependents.set(owner.uid, known);
      known.set(idOf(storageKey, object), {
        storageKey,
        key: {
          namespace: object.metadata.namespace,
          name: object.metadata.name,
        },
      });
    }
  }

  react(event: StoredEvent): void {
    const { metadata } = event.object;
    if (event.type === 'DELETED') {
      this.#ownerGone(metadata.uid);
      for (const owner of metadata.ownerReferences ?? []) {
        this.#finishForeground(owner);
      }
      return;
    }
    if (metadata.ownerReferences?.length) {
      this.#collect({
        storageKey: event.storageKey,
        key: { namespace: metadata.namespace, name: metadata.name },
      });
    }
    if (metadata.deletionTimestamp) {
      this.#propagate(event);
    }
  }

  #ownerGone(uid: string): void {
    const dependents = [...(this.#dependents.get(uid)?.values() ?? [])];
    for (const dependent of dependents) {
      this.#collect(dependent);
    }
    this.#dependents.delete(uid);
  }

  /** Deletes the object when none of its owners exists; else forgets the owners that do not. */
  #collect({ storageKey, key }: Dependent): void {
    const object = this.#store.get(storageKey, key);
    const owners = object?.metadata.ownerReferences ?? [];
    const living = owners.filter(owner => this.#uids.has(owner.uid));
    if (!object || living.length === owners.length) {
      return;
    }
    if (living.length === 0) {
      this.#remove({ storageKey, key });
    } else {
      this.#write(storageKey, object, draft => {
        draft.metadata.ownerReferences = living;
      });
    }
  }

  #propagate({ object, storageKey }: StoredEvent): void {
    const finalizers = object.metadata.finalizers ?? [];
    const { uid } = object.metadata;
    if (finalizers.includes('orphan')) {
      for (const dependent of this.#dependents.get(uid)?.values() ?? []) {
        this.#release(dependent, uid);
      }
      this.#dropFinalizer(storageKey, object.metadata, 'orphan');
    } else if (finalizers.includes('foregroundDeletion')) {
      for (const dependent of [
        ...(this.#dependents.get(uid)?.values() ?? []),
      ]) {
        this.#remove(dependent, 'Foreground');
      }
      this.#finishForeground({ uid } as OwnerReference, {
        storageKey,
        key: object.metadata,
      });
    }
  }

  #release({ storageKey, key }: Dependent, uid: string): void {
    const object = this.#store.get(storageKey, key);
    if (object) {
      this.#write(storageKey, object, draft => {
        const rest = (draft.metadata.ownerReferences ?? []).filter(
          owner => owner.uid !== uid,
        );
        if (rest.length > 0) {
          draft.metadata.ownerReferences = rest;
        } else {
          delete draft.metadata.ownerReferences;
        }
      });
    }
  }

  /** Lets an owner go once nothing that blocks it is left. */
  #finishForeground(owner: OwnerReference, known?: Dependent): void {
    const isBlocked = [
      ...(this.#dependents.get(owner.uid)?.values() ?? []),
    ].some(({ storageKey, key }) =>
      this.#store
        .get(storageKey, key)
        ?.metadata.ownerReferences?.some(
          reference =>
            reference.uid === owner.uid && reference.blockOwnerDeletion,
        ),
    );
    const place = known ?? this.#findOwner(owner);
    if (!isBlocked && place) {
      this.#dropFinalizer(place.storageKey, place.key, 'foregroundDeletion');
    }
  }

  #findOwner(owner: OwnerReference): Dependent | undefined {
    const type = this.#registry.findKind(owner.apiVersion, owner.kind);
    const object = type
      ? this.#store
          .list(type.storageKey)
          .find(item => item.metadata.uid === owner.uid)
      : undefined;
    return type && object
      ? { storageKey: type.storageKey, key: object.metadata }
      : undefined;
  }

  #dropFinalizer(storageKey: string, key: ObjectKey, finalizer: string): void {
    const object = this.#store.get(storageKey, key);
    if (!object?.metadata.finalizers?.includes(finalizer)) {
      return;
    }
    this.#write(storageKey, object, draft => {
      draft.metadata.finalizers = draft.metadata.finalizers?.filter(
        item => item !== finalizer,
      );
    });
    const left = this.#store.get(storageKey, key);
    if (left?.metadata.finalizers?.length === 0) {
      this.#store.remove(storageKey, key);
    }
  }

  #remove({ storageKey, key }: Dependent, propagationPolicy?: string): void {
    const type = this.#registry.storageType(storageKey);
    if (type && this.#store.get(storageKey, key)) {
      this.#remover.remove(type, key, { propagationPolicy });
    }
  }

  #write(
    storageKey: string,
    object: KubeObject,
    change: (draft: KubeObject) => void,
  ): void {
    const draft = cloneJson(object);
    change(draft);
    this.#store.put(storageKey, draft);
  }
}

function idOf(storageKey: string, { metadata }: KubeObject): string {
  return `${storageKey}|${metadata.namespace ?? ''}/${metadata.name}`;
}
