import type { Cluster, Gvr, KubeObject, WriteOptions } from './cluster';
import { crdStorageKey } from './crd/CustomResourceDefinition';
import type { ResourceType } from './registry/ResourceType';
import type { TypeRegistry } from './registry/TypeRegistry';
import { compileLabelSelector } from './selectors/labelSelector';
import { pathNotFound } from './status/StatusError';
import type { ObjectStore } from './storage/ObjectStore';
import type { ObjectRemover } from './write/ObjectRemover';
import type { ObjectWriter } from './write/ObjectWriter';
import { presentObject } from './write/presentObject';
import type { WriteRequest } from './write/WriteRequest';

/** What Kratix's own binary is called as a field manager: client-go names a manager after the program. */
const defaultManager = 'manager';

/** The in-process door. @internal */
export function accessObjects(parts: {
  store: ObjectStore;
  registry: TypeRegistry;
  writer: ObjectWriter;
  remover: ObjectRemover;
  /** Makes a CRD serve its type at once: over HTTP that takes a moment. */
  establish(name: string): void;
}): Pick<Cluster, 'get' | 'list' | 'create' | 'mutate' | 'delete'> {
  const { store, registry, writer, remover } = parts;
  const typeOf = (gvr: Gvr): ResourceType => {
    const type = registry.get(gvr);
    if (!type) {
      throw pathNotFound();
    }
    return type;
  };
  const settle = settler(parts);
  return {
    get(gvr, key) {
      const type = registry.get(gvr);
      const found = type && store.get(type.storageKey, scoped(key, type));
      return type && found ? presentObject(found, type) : undefined;
    },
    list(gvr, options = {}) {
      const type = registry.get(gvr);
      if (!type) {
        return [];
      }
      const matches = compileLabelSelector(options.labelSelector);
      return store
        .list(type.storageKey, options.namespace)
        .filter(object => matches(object.metadata.labels))
        .map(object => presentObject(object, type));
    },
    create(gvr, object, options) {
      const type = typeOf(gvr);
      const created = writer.create(type, object, toRequest(options));
      return settle(created, type, options);
    },
    mutate(gvr, key, change, options) {
      const type = typeOf(gvr);
      const produce = (draft: KubeObject) => {
        change(draft);
        return draft;
      };
      const updated = writer.update(
        type,
        scoped(key, type),
        produce,
        toRequest(options),
      );
      return settle(updated, type, options);
    },
    delete(gvr, key) {
      const type = registry.get(gvr);
      if (type && store.get(type.storageKey, scoped(key, type))) {
        remover.remove(type, scoped(key, type));
      }
    },
  };
}

/** Makes a CRD that was written serve its type at once, and returns what became of it. */
function settler({
  store,
  establish,
}: {
  store: ObjectStore;
  establish(name: string): void;
}) {
  return (
    written: KubeObject,
    type: ResourceType,
    options: WriteOptions = {},
  ): KubeObject => {
    const { name } = written.metadata;
    if (type.storageKey !== crdStorageKey || options.dryRun) {
      return written;
    }
    establish(name);
    return store.get(crdStorageKey, { name }) ?? written;
  };
}

function scoped(
  key: { namespace?: string; name: string },
  type: ResourceType,
): { namespace?: string; name: string } {
  return type.isNamespaced
    ? { namespace: key.namespace ?? 'default', name: key.name }
    : { name: key.name };
}

function toRequest(options: WriteOptions = {}): WriteRequest {
  return {
    subresource: options.subresource,
    fieldManager: options.fieldManager ?? defaultManager,
    dryRun: options.dryRun ?? false,
    fieldValidation: 'Ignore',
    isUnconditional: true,
    createdAt: options.createdAt,
    warn: () => {},
  };
}
