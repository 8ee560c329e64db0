import type { Destination } from './delivery';
import type { InstalledApi } from './installedApi';
import type { KratixPromise } from './kratixPromise';
import type { ObjectProblem } from './problem';
import type { PromiseRevision, ResourceBinding } from './resourceBinding';
import type { ResourceRequest } from './resourceRequest';
import type { StateStore } from './stateStore';

/**
 * Why a platform, or one collection of it, cannot be read now.
 * @public
 */
export interface ConnectionProblem {
  readonly reason:
    | 'unreachable'
    | 'unauthorized'
    | 'forbidden'
    | 'notInstalled'
    | 'throttled'
    | 'invalidResponse';
  /** One sentence for an operator; never holds credentials. */
  readonly message: string;
  /** RFC 3339. */
  readonly since: string;
}

/**
 * A set of objects as last known. Unknown is not empty: before the first complete list there are no
 * items to reason about; after it they stay, and `problem` says that they may be stale.
 * @public
 */
export type Collection<T> =
  | { readonly state: 'unknown'; readonly problem?: ConnectionProblem }
  | {
      readonly state: 'synced';
      readonly items: readonly T[];
      /** RFC 3339: when the cluster last confirmed it (list, event or bookmark). */
      readonly confirmedAt: string;
      readonly problem?: ConnectionProblem;
    };

/**
 * Everything that is known of one platform at one moment. Immutable; unchanged parts are shared
 * between snapshots, so identity comparison tells what changed.
 * @public
 */
export interface PlatformSnapshot {
  readonly platform: string;
  readonly promises: Collection<KratixPromise>;
  /**
   * By Promise name. A Promise whose API is not established yet has an `unknown` collection. Those of a Promise
   * that is gone are here too, where its API is known to be left (`apis`).
   */
  readonly requests: ReadonlyMap<string, Collection<ResourceRequest>>;
  readonly bindings: Collection<ResourceBinding>;
  readonly revisions: Collection<PromiseRevision>;
  readonly destinations: Collection<Destination>;
  readonly gitStateStores: Collection<StateStore>;
  readonly bucketStateStores: Collection<StateStore>;
  readonly namespaces: Collection<NamespaceInfo>;
  /** What Promises, also those that are gone, have installed. Absent where nobody looks for it. */
  readonly apis?: Collection<InstalledApi>;
  readonly problems: readonly ObjectProblem[];
}

/**
 * A Kubernetes Namespace, for its owner annotation and for pickers.
 * @public
 */
export interface NamespaceInfo {
  readonly name: string;
  readonly resourceVersion: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly isTerminating: boolean;
}
