import type {
  ConnectionProblem,
  KratixPromise,
  Platform,
  PlatformSnapshot,
  PromiseApi,
  PromiseRef,
  RequestRef,
  ResourceRequest,
  Work,
  WorkPlacement,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { RequestManifest } from '@kratix-portal/backstage-plugin-kratix-common';
import type { DeliveryClient } from './DeliveryClient';
import type { PromiseOperations } from './PromiseOperations';
import type { RequestOperations } from './RequestOperations';
import type { WorkflowReader } from './WorkflowReader';
import type {
  ChangeOptions,
  DeleteOptions,
  WriteOptions,
} from './WriteOptions';

/**
 * What a process knows of the configured platforms, and the way to write to them.
 *
 * @remarks
 * In memory and read-only towards its users: every process (and every copy of this package) has its own,
 * fed by its own watches. Never use it as a channel between plugins.
 *
 * @public
 */
export interface KratixService {
  readonly platforms: readonly Platform[];

  /** Throws NotFoundError when there is none of this name. */
  platform(name: string): Platform;

  /** What is known now. Cheap: the same object until something changes. */
  snapshot(platform: string): PlatformSnapshot;

  /** How well the platform can be read now, watch by watch. */
  health(platform: string): PlatformHealth;

  /**
   * Calls back after every change of a snapshot, with what changed. Listeners must not throw; they are
   * called in batches (changes within some milliseconds of each other come together).
   */
  onChange(listener: (change: SnapshotChange) => void): { unsubscribe(): void };

  /** Requests on a platform, in the name of somebody. */
  requests(platform: string, actor: Actor): RequestClient;

  /** What can be done with requests beside ordering and changing them, in the name of somebody. */
  operations(platform: string, actor: Actor): RequestOperations;

  /** What can be done with Promises as a whole, in the name of somebody. */
  promiseOperations(platform: string, actor: Actor): PromiseOperations;

  /** Where files went, what is in them, and what was said about it, in the name of somebody. */
  deliveries(platform: string, actor: Actor): DeliveryClient;

  /** How workflows run and what their containers print, in the name of somebody. */
  workflows(platform: string, actor: Actor): WorkflowReader;
}

/**
 * What changed between two snapshots of one platform.
 * @public
 */
export interface SnapshotChange {
  readonly platform: string;
  readonly snapshot: PlatformSnapshot;
  readonly previous: PlatformSnapshot;
  readonly promises: readonly PromiseRef[];
  readonly requests: readonly RequestRef[];
  /** Collections became synced, unknown, stale or well again; namespaces or destinations changed. */
  readonly isCollectionChanged: boolean;
}

/**
 * How well one platform can be read.
 * @public
 */
export interface PlatformHealth {
  /**
   * `connecting`: nothing is known yet. `degraded`: something cannot be read, the rest is live.
   * `unreachable`: what is known may be stale.
   */
  readonly state: 'connecting' | 'connected' | 'degraded' | 'unreachable';
  readonly problem?: ConnectionProblem;
  /** RFC 3339: when the cluster was last heard of. */
  readonly confirmedAt?: string;
  readonly watches: readonly WatchHealth[];
}

/**
 * One watch of a platform, with what it has done since the process started.
 * @public
 */
export interface WatchHealth {
  /** Like `promises.platform.kratix.io`. */
  readonly collection: string;
  /** Set for the requests of a Promise. */
  readonly promise?: string;
  readonly state: 'unknown' | 'live' | 'stale';
  readonly problem?: ConnectionProblem;
  /** Undefined while unknown: unknown is not zero. */
  readonly objects?: number;
  /** Complete lists received. */
  readonly lists: number;
  /** Times that the stream of changes was opened. */
  readonly connects: number;
  /** Objects received as changed or removed. */
  readonly events: number;
  /** Times that it failed. */
  readonly failures: number;
}

/**
 * In whose name something is asked of the cluster. What becomes of it depends on the platform's identity
 * mode: impersonation, the user's own token, or the service account (then only `requested-by` tells).
 * @public
 */
export type Actor =
  | { readonly type: 'portal' }
  | {
      readonly type: 'user';
      /** `user:default/ana` */
      readonly userEntityRef: string;
      readonly ownershipEntityRefs: readonly string[];
      /** OIDC token, only for identity `user-token`. */
      readonly token?: string;
    };

/**
 * Reads and writes single requests, straight on the cluster, in the name of the actor.
 *
 * Errors are Backstage's: InputError (with the API server's causes), NotAllowedError, NotFoundError,
 * ConflictError, ServiceUnavailableError.
 * @public
 */
export interface RequestClient {
  /** The Promise as the cluster has it now. */
  getPromise(name: string): Promise<KratixPromise>;
  /**
   * The Promise as it was at one of its versions, read from its PromiseRevision. NotFoundError when this
   * platform keeps none.
   */
  getRevision(promise: string, version: string): Promise<KratixPromise>;
  /** NotFoundError means that there is no such request, and nothing else. */
  get(ref: Omit<RequestRef, 'platform'>): Promise<ResourceRequest>;
  /**
   * Where the files of a request go. Asked for and not watched, since Works carry every file: ask seldom.
   * A request that does not exist has none.
   */
  getDelivery(
    ref: Omit<RequestRef, 'platform'>,
    options?: DeliveryOptions,
  ): Promise<Delivery>;
  /**
   * Creates a request. The API server decides whether the name is free, so that of two who ask at once one is
   * refused (ConflictError) and nothing is ever replaced.
   */
  create(
    promise: KratixPromise,
    manifest: RequestManifest,
    options?: WriteOptions,
  ): Promise<ResourceRequest>;
  /**
   * Changes a request by server-side apply with field manager `kratix-portal`. Never writes status, never
   * takes a field over that another manager set: that is a ConflictError which names the manager.
   */
  change(
    promise: KratixPromise,
    manifest: RequestManifest,
    options: ChangeOptions,
  ): Promise<ResourceRequest>;
  /**
   * In which of these namespaces the actor may create requests to a Promise, as the platform's own authorizer
   * says; without an order, since that is asked of every form. Many namespaces are many questions: remember
   * the answer for a while.
   */
  findCreatable(
    api: Pick<PromiseApi, 'group' | 'plural'>,
    namespaces: readonly string[],
    options?: { readonly signal?: AbortSignal },
  ): Promise<readonly string[]>;
  /** Starts removal and returns; the watch tells when it is gone. */
  delete(
    ref: Omit<RequestRef, 'platform'>,
    options?: DeleteOptions,
  ): Promise<void>;
}

/**
 * What one request delivers.
 * @public
 */
export interface Delivery {
  readonly works: readonly Work[];
  /** Of these works. */
  readonly workPlacements: readonly WorkPlacement[];
  /** False when there is more, or something that could not be understood: what is missing is not absent. */
  readonly isComplete: boolean;
}

/**
 * How much of a delivery is read.
 * @public
 */
export interface DeliveryOptions {
  /** The content of the files too; without it only their paths. */
  readonly withContent?: boolean;
  readonly signal?: AbortSignal;
}
