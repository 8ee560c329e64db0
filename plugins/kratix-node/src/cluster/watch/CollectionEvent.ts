import type { KubernetesError } from '../failures/KubernetesError';

/**
 * What a watch tells of one collection. Errors are events: the watch itself goes on.
 * @internal
 */
export type CollectionEvent<T> =
  /** A complete list; what it does not name is gone. */
  | { readonly type: 'synced'; readonly items: readonly T[] }
  | { readonly type: 'upserted'; readonly item: T }
  | { readonly type: 'removed'; readonly item: T }
  /** Nothing else changed up to now (a bookmark). */
  | { readonly type: 'confirmed' }
  /** The stream of changes is open; what was lost is found again. */
  | { readonly type: 'connected' }
  /** Changes may be missed until `connected` or `synced`. */
  | { readonly type: 'lost'; readonly error: KubernetesError };
