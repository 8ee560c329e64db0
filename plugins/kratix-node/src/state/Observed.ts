import type { Parsed } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * One object of a cluster as a watch delivered it: which one it is, and what it means.
 * @internal
 */
export interface Observed<T> {
  /** Unique within its collection: the name, with the namespace before it. */
  readonly key: string;
  readonly name: string;
  /** Empty for a cluster-scoped object. */
  readonly namespace: string;
  readonly resourceVersion: string;
  readonly parsed: Parsed<T>;
}

/**
 * The key of an object within its collection; a name cannot hold a slash.
 * @internal
 */
export function keyOf(item: { name: string; namespace: string }): string {
  return item.namespace === '' ? item.name : `${item.namespace}/${item.name}`;
}
