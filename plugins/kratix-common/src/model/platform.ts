/**
 * One Kratix control plane as configured: one cluster.
 * @public
 */
export interface Platform {
  /** A DNS label; the first part of every reference. */
  readonly name: string;
  readonly title: string;
  readonly identity: 'impersonate' | 'user-token' | 'service-account';
  readonly delivery: PlatformDelivery;
  /** Patterns like `team-*`; empty means every namespace. */
  readonly namespaces: readonly string[];
  readonly catalogNamespace: string;
  /** An entity reference. */
  readonly defaultOwner: string;
  /** A pretend platform: every page says so. */
  readonly isSandbox: boolean;
}

/** @public */
export type PlatformDelivery =
  | { readonly mode: 'apply' }
  | {
      readonly mode: 'pull-request';
      readonly repository: {
        readonly host: string;
        readonly owner: string;
        readonly repo: string;
        readonly path: string;
        readonly branch: string;
      };
    };
