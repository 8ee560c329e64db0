import type { Clock } from './clock';

/**
 * Metadata of an object, as far as the sandbox reads it itself.
 * @public
 */
export interface ObjectMeta {
  name: string;
  namespace?: string;
  generateName?: string;
  uid: string;
  resourceVersion: string;
  generation?: number;
  creationTimestamp: string;
  deletionTimestamp?: string;
  deletionGracePeriodSeconds?: number;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  finalizers?: string[];
  ownerReferences?: OwnerReference[];
  managedFields?: unknown[];
}

/** @public */
export interface OwnerReference {
  apiVersion: string;
  kind: string;
  name: string;
  uid: string;
  controller?: boolean;
  blockOwnerDeletion?: boolean;
}

/**
 * Any object of the cluster, core or custom.
 * @public
 */
export interface KubeObject {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
}

/**
 * What a writer hands in: metadata that the server fills may be absent.
 * @public
 */
export interface NewKubeObject {
  apiVersion: string;
  kind: string;
  metadata: Partial<ObjectMeta>;
  [field: string]: unknown;
}

/**
 * Group, version and plural resource name: what a URL path addresses. The core group is `''`.
 * @public
 */
export interface Gvr {
  group: string;
  version: string;
  resource: string;
}

/** @public */
export interface ObjectKey {
  namespace?: string;
  name: string;
}

/** @public */
export interface ClusterEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  gvr: Gvr;
  object: KubeObject;
  /** The state before, absent on ADDED. */
  previous?: KubeObject;
}

/** @public */
export interface WriteOptions {
  subresource?: 'status';
  fieldManager?: string;
  dryRun?: boolean;
  /** RFC 3339: since when a new object looks as if it had been there. No API server takes this from a client. */
  createdAt?: string;
}

/**
 * A check or change before an object is stored, like an admission webhook: not asked about a status, and asked
 * also when a write changes nothing. Throw a status error to refuse.
 * @public
 */
export type AdmissionHook = (review: {
  operation: 'CREATE' | 'UPDATE' | 'DELETE';
  object: KubeObject;
  previous?: KubeObject;
  dryRun: boolean;
  /** Who asks; absent for what the sandbox does itself, as a controller of the platform. */
  username?: string;
  /** Tells the client, as `kubectl` prints it. Nobody hears it from a write in process. */
  warn(message: string): void;
}) => void;

/**
 * The in-process door to the pretend API server, with the same admission, validation and versioning
 * as its HTTP door. The Kratix player (`../kratix`) is written against this and nothing else.
 *
 * Every returned object is a frozen snapshot or a copy: changing it changes nothing.
 * @public
 */
export interface Cluster {
  readonly clock: Clock;
  /** Undefined when the object, or its resource type, does not exist. */
  get(gvr: Gvr, key: ObjectKey): KubeObject | undefined;
  /** Empty when the resource type does not exist. `labelSelector` in Kubernetes' string syntax. */
  list(
    gvr: Gvr,
    options?: { namespace?: string; labelSelector?: string },
  ): KubeObject[];
  create(gvr: Gvr, object: NewKubeObject, options?: WriteOptions): KubeObject;
  /**
   * Read, change, write back, atomically. No event and no new resourceVersion when nothing changed.
   * Without `subresource`, changes below `status` are ignored for types with a status subresource, and
   * a changed spec increases `metadata.generation`; with `status`, only `status` is taken.
   * Throws a NotFound status error when the object is gone.
   */
  mutate(
    gvr: Gvr,
    key: ObjectKey,
    change: (draft: KubeObject) => void,
    options?: WriteOptions,
  ): KubeObject;
  /** Sets deletionTimestamp while finalizers remain, else removes. No error when absent. */
  delete(gvr: Gvr, key: ObjectKey): void;
  /** True once the type is served, e.g. a CRD was established. */
  serves(gvr: Gvr): boolean;
  /** Called after each commit, in order, asynchronously enough that a listener may write. */
  subscribe(listener: (event: ClusterEvent) => void): () => void;
  /** Hooks run for HTTP and in-process writes alike. */
  addAdmission(gvr: Gvr, hook: AdmissionHook): void;
  /**
   * Container logs, served at `pods/{name}/log`. `close` ends a follower; `restart` begins the log of the next
   * attempt, and keeps the one before as the previous log. `count` says how many lines the present attempt has
   * printed.
   */
  readonly logs: {
    append(pod: ObjectKey, container: string, line: string): void;
    close(pod: ObjectKey, container: string): void;
    restart(pod: ObjectKey, container: string): void;
    count(pod: ObjectKey, container: string): number;
  };
}
