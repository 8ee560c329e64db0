import type { PromiseApi } from './kratixPromise';

/**
 * An API that a Promise has installed, by the label on its CustomResourceDefinition (kratix-domain 2.1). It may
 * outlive its Promise: when finalizers were taken off by hand, or only a part of a backup was restored. Then it
 * tells where requests are left to which nobody answers any more.
 * @public
 */
export interface InstalledApi extends WatchedApi {
  /** Label `kratix.io/promise-name`: the last Promise that brought it. */
  readonly promiseName: string;
  readonly resourceVersion: string;
  /**
   * Versions that requests were ever stored as, and may be still: the API server takes no API without them (Kubernetes
   * API reference, CustomResourceDefinition, `status.storedVersions`).
   */
  readonly storedVersions: readonly string[];
}

/**
 * What of an API must be known to follow its requests.
 * @public
 */
export type WatchedApi = Pick<
  PromiseApi,
  'crdName' | 'group' | 'version' | 'kind' | 'plural'
>;
