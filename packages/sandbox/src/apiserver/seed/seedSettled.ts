import { randomUUID } from 'node:crypto';
import type { Clock } from '../clock';
import type { KubeObject } from '../cluster';
import { isObject, type JsonObject } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import type { TypeRegistry } from '../registry/TypeRegistry';
import { badRequest } from '../status/StatusError';
import type { ObjectStore } from '../storage/ObjectStore';
import { timestamp } from '../write/timestamp';
import { storedForm } from '../write/presentObject';

/** @internal */
export interface SeedTarget {
  readonly clock: Clock;
  readonly store: ObjectStore;
  readonly registry: TypeRegistry;
}

/**
 * Stores objects as they are given, status included, the way a restored backup of etcd would have them:
 * nothing is admitted, defaulted, validated or tracked, so that thousands of them cost no more than their
 * size. Watches and controllers hear of them as of any other commit. All or none are stored.
 * @internal
 */
export function seedSettled(body: unknown, target: SeedTarget): number {
  const items = isObject(body) ? body.items : undefined;
  if (!Array.isArray(items)) {
    throw badRequest('a list of objects is expected: {"items": [ … ]}');
  }
  const seeds = items.map((item, index) => toSeed(item, index, target));
  for (const { type, object } of seeds) {
    target.store.put(type.storageKey, object);
  }
  return seeds.length;
}

interface Seed {
  readonly type: ResourceType;
  readonly object: KubeObject;
}

function toSeed(item: unknown, index: number, target: SeedTarget): Seed {
  const refuse = (why: string) => badRequest(`items[${index}]: ${why}`);
  if (!isObject(item) || !isObject(item.metadata)) {
    throw refuse('an object with metadata is expected');
  }
  const { apiVersion, kind, metadata } = item;
  const { name, namespace } = metadata;
  const type = target.registry.findKind(String(apiVersion), String(kind));
  if (!type) {
    throw refuse(`${apiVersion} ${kind} is not served`);
  }
  if (typeof name !== 'string' || name === '') {
    throw refuse('metadata.name is missing');
  }
  if (namespace !== undefined && typeof namespace !== 'string') {
    throw refuse('metadata.namespace is no text');
  }
  if (type.isNamespaced !== (namespace !== undefined)) {
    const why = type.isNamespaced ? 'is missing' : 'is too much';
    throw refuse(`metadata.namespace ${why}`);
  }
  const before = target.store.get(type.storageKey, { namespace, name });
  const object = {
    ...item,
    metadata: { ...(before?.metadata ?? newLife(target)), ...metadata },
  } as unknown as KubeObject;
  return { type, object: storedForm(object, type) };
}

/** What every stored object has, where it is not given. */
function newLife({ clock }: SeedTarget): JsonObject {
  return {
    uid: randomUUID(),
    creationTimestamp: timestamp(clock.now()),
    generation: 1,
  };
}
