import type { JsonObject } from '@backstage/types';
import type { Condition } from './condition';
import type { ObjectIdentity } from './objectIdentity';
import type { PipelineStatus } from './pipelineStatus';
import type { Problem } from './problem';

/**
 * A service that a platform offers. Cluster-scoped. `spec.dependencies` is left out: it can be
 * megabytes (kratix-domain 13.14).
 * @public
 */
export interface KratixPromise extends ObjectIdentity {
  /** Label `kratix.io/promise-version`; absent for an unversioned Promise. */
  readonly version?: string;
  /** Label `kratix.io/promise-release-name`: edits are overwritten by that PromiseRelease. */
  readonly releaseName?: string;
  readonly isPaused: boolean;
  /** Absent when the Promise has none (it only installs things), or one that cannot be used: see `apiProblem`. */
  readonly api?: PromiseApi;
  /** Why `spec.api` is there and cannot be used. */
  readonly apiProblem?: Problem;
  readonly workflows: PromiseWorkflows;
  /** What the environment of SKE's generator says of all its entities; absent without one. */
  readonly skeDefaults?: SkeDefaults;
  readonly requiredPromises: readonly RequiredPromise[];
  readonly requiredBy: readonly RequiringPromise[];
  readonly destinationSelectors: readonly DestinationSelector[];
  /** Absent when there are none. */
  readonly dependencies?: PromiseDependencies;
  /** From condition `Available`, else `status.status` (kratix-domain 1.1). */
  readonly availability: 'available' | 'unavailable' | 'notReported';
  readonly message?: string;
  readonly conditions: readonly Condition[];
  /** Progress of the Promise's own configure workflow; empty when there is none or it is not reported. */
  readonly pipelines: readonly PipelineStatus[];
}

/**
 * The order form's source: the CRD inside `spec.api`, at its storage version.
 * @public
 */
export interface PromiseApi {
  /** Name of the CRD, `<plural>.<group>`. */
  readonly crdName: string;
  readonly group: string;
  /** The storage version, or the first when none is marked. */
  readonly version: string;
  readonly servedVersions: readonly string[];
  readonly kind: string;
  readonly plural: string;
  readonly singular?: string;
  /** The rest of `spec.names`, which Kratix lets nobody change either. */
  readonly listKind?: string;
  readonly shortNames?: readonly string[];
  readonly categories?: readonly string[];
  readonly scope: 'Namespaced' | 'Cluster';
  /** `openAPIV3Schema` of `version`, as the author wrote it, `x-kratix-portal` included. */
  readonly schema: JsonObject;
  /** The same of the other served versions, by name; absent when there are none. */
  readonly otherSchemas?: Readonly<Record<string, JsonObject>>;
  /** Versions that the CRD keeps and nobody can ask for; absent when there are none. */
  readonly unservedVersions?: readonly string[];
  /** The version that is stored, where that is not `version`: it is not served. */
  readonly storedVersion?: string;
  /** How requests are converted between versions (`spec.conversion.strategy`); absent where nothing is (`None`). */
  readonly conversion?: string;
}

/**
 * Values by SKE's annotation keys, which count where an object has no such annotation (ske-compatibility 1C).
 * @public
 */
export interface SkeDefaults {
  /** Of the Promise's own entities. */
  readonly promise: Readonly<Record<string, string>>;
  /** Of the entities of its requests. */
  readonly requests: Readonly<Record<string, string>>;
}

/**
 * What a Promise installs on its Destinations, told by its size and identity, since it can be megabytes.
 * @public
 */
export interface PromiseDependencies {
  readonly count: number;
  /** The same for the same content, whatever the order of keys. */
  readonly hash: string;
  /** One by one, where they are not too many. */
  readonly objects?: readonly PromiseDependency[];
}

/**
 * One object that a Promise installs.
 * @public
 */
export interface PromiseDependency {
  /** Like `Deployment redis-system/redis-operator`. */
  readonly name: string;
  readonly hash: string;
}

/** @public */
export interface PromiseWorkflows {
  readonly pipelineNamespace?: string;
  /** How often everything is done again, in Go's words (`10h`); absent where the platform says. */
  readonly reconciliationInterval?: string;
  readonly resourceConfigure: readonly PipelineSpec[];
  readonly resourceDelete: readonly PipelineSpec[];
  readonly promiseConfigure: readonly PipelineSpec[];
  readonly promiseDelete: readonly PipelineSpec[];
}

/**
 * One pipeline as its author declared it.
 * @public
 */
export interface PipelineSpec {
  readonly name: string;
  readonly containers: readonly {
    readonly name: string;
    readonly image: string;
  }[];
  /** Of all that Kratix goes by (commands, environment, volumes too): the same for the same content. */
  readonly hash: string;
  /** A hash of each part of the rest that is there. */
  readonly settings?: Readonly<Partial<Record<PipelineSetting, string>>>;
}

/**
 * What a pipeline says beside its steps and images.
 * @public
 */
export type PipelineSetting =
  | 'command'
  | 'environment'
  | 'volumes'
  | 'permissions'
  | 'security'
  | 'resources'
  | 'scheduling'
  | 'pulling'
  | 'retries'
  | 'labels';

/** @public */
export interface RequiredPromise {
  readonly name: string;
  readonly version: string;
  /** Kratix's own words (`status.requiredPromises[].state`), absent until it has looked. */
  readonly state?: string;
}

/** @public */
export interface RequiringPromise {
  readonly name: string;
  readonly version?: string;
  readonly requiredVersion?: string;
}

/** @public */
export interface DestinationSelector {
  readonly matchLabels: Readonly<Record<string, string>>;
}
