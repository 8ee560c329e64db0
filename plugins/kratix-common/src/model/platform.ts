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
  /** How Promises reach it from other platforms; absent where the portal brings none. */
  readonly promotion?: PlatformPromotion;
  /** Patterns like `team-*`; empty means every namespace. */
  readonly namespaces: readonly string[];
  readonly catalogNamespace: string;
  /** How entities are named there: as SKE did, or as usual where it is absent. */
  readonly naming?: 'ske';
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
        readonly forge: ForgeType;
        readonly host: string;
        /** Azure DevOps: `organization/project`; Bitbucket: the workspace or the project's key. */
        readonly owner: string;
        readonly repo: string;
        readonly path: string;
        readonly branch: string;
      };
    };

/** @public */
export type PlatformPromotion =
  | { readonly mode: 'apply' }
  | Extract<PlatformDelivery, { mode: 'pull-request' }>;

/**
 * What hosts a repository, in the words of Backstage's integrations.
 * @public
 */
export type ForgeType =
  | 'github'
  | 'gitlab'
  | 'gitea'
  | 'bitbucketCloud'
  | 'bitbucketServer'
  | 'azure';
