import type {
  Platform,
  PromiseSelection,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { HumanDuration } from '@backstage/types';

/**
 * The whole of `kratix` in the app-config as plain values, every default filled in.
 * @public
 */
export interface KratixConfig {
  /** May be empty: then the suite idles, and says so. */
  readonly platforms: readonly PlatformConfig[];
  readonly catalog: KratixCatalogConfig;
  readonly attention: KratixAttentionConfig;
}

/**
 * One configured platform: what everybody may know of it, and how to reach it.
 * @public
 */
export interface PlatformConfig {
  readonly platform: Platform;
  readonly connection: ConnectionConfig;
  readonly impersonation: ImpersonationConfig;
}

/**
 * Where the API server is and how the portal signs in to it.
 * @public
 */
export type ConnectionConfig =
  | {
      readonly type: 'kubeconfig';
      /** As configured: `~` is the home directory, relative means to the working directory. */
      readonly path: string;
      /** The file's current context when absent. */
      readonly context?: string;
    }
  | { readonly type: 'inCluster' }
  | {
      readonly type: 'cluster';
      readonly url: string;
      readonly caData?: string;
      readonly caFile?: string;
      readonly serviceAccountToken?: string;
      readonly serviceAccountTokenFile?: string;
      readonly skipTLSVerify: boolean;
    };

/**
 * How Backstage's users and groups are called in the cluster's role bindings.
 * @public
 */
export interface ImpersonationConfig {
  /** `ref`: `user:default/ana`; `name`: `ana` (with its namespace when that is not `default`). */
  readonly names: 'ref' | 'name';
  readonly userPrefix: string;
  readonly groupPrefix: string;
}

/**
 * How the catalog is fed; the same for every platform.
 * @public
 */
export interface KratixCatalogConfig {
  /** `labelled`: only Promises that opt in by label; with an instance, also by those with its name. */
  readonly select: PromiseSelection;
  readonly fullSync: HumanDuration;
  /** Largest share of entities that one mutation may remove; above 0, at most 1. */
  readonly removalBrake: number;
  /** Whether Destinations become entities. */
  readonly isDestinationsIncluded: boolean;
}

/**
 * When something needs attention.
 * @public
 */
export interface KratixAttentionConfig {
  /** How long a request may be under way before it counts as stuck. */
  readonly stuckAfter: HumanDuration;
}
