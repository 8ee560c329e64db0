import type { KubernetesObject } from '@kubernetes/client-node';
import type { StoredObject } from '../store/ObjectStore';

/**
 * A file whose objects are on the platform.
 *
 * @internal
 */
export interface DeliveredFile {
  etag: string;
  objects: readonly KubernetesObject[];
}

/**
 * What an agent has to do next.
 *
 * @internal
 */
export interface DeliveryPlan {
  changed: StoredObject[];
  removed: { key: string; objects: readonly KubernetesObject[] }[];
}

/**
 * Compares what is in the store with what was delivered before. Only YAML is
 * delivered: Kratix keeps notes of its own beside it.
 *
 * @internal
 */
export function planDelivery(
  delivered: ReadonlyMap<string, DeliveredFile>,
  stored: readonly StoredObject[],
  prefix: string,
): DeliveryPlan {
  const files = stored.filter(
    ({ key }) => key.startsWith(prefix) && /\.ya?ml$/.test(key),
  );
  const keys = new Set(files.map(({ key }) => key));
  return {
    changed: files.filter(({ key, etag }) => delivered.get(key)?.etag !== etag),
    removed: [...delivered]
      .filter(([key]) => !keys.has(key))
      .map(([key, { objects }]) => ({ key, objects })),
  };
}
