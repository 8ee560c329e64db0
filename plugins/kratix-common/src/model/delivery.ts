import type { Condition } from './condition';
import type { DestinationSelector } from './kratixPromise';
import type { ObjectIdentity } from './objectIdentity';

/**
 * The files of one pipeline run, before and after scheduling (kratix-domain 1.5, 4).
 * @public
 */
export interface Work extends ObjectIdentity {
  readonly namespace: string;
  readonly promiseName: string;
  readonly resourceName?: string;
  readonly pipelineName?: string;
  readonly workType?: string;
  readonly groups: readonly WorkloadGroup[];
  readonly conditions: readonly Condition[];
}

/** @public */
export interface WorkloadGroup {
  readonly id: string;
  readonly directory: string;
  readonly destinationSelectors: readonly (DestinationSelector & {
    readonly source?: string;
  })[];
  readonly files: readonly WorkloadFile[];
}

/**
 * One file; `content` is still gzip in base64 as in the cluster, decoded only when a person opens it.
 * Absent where it was not asked for: it can be megabytes.
 * @public
 */
export interface WorkloadFile {
  readonly path: string;
  readonly content?: string;
}

/** @public */
export interface WorkPlacement extends ObjectIdentity {
  readonly namespace: string;
  readonly workName?: string;
  readonly groupId?: string;
  readonly destinationName: string;
  readonly filePaths: readonly string[];
  /** Git commit or bucket version; may be empty. */
  readonly versionId?: string;
  readonly conditions: readonly Condition[];
}

/** @public */
export interface Destination extends ObjectIdentity {
  readonly path: string;
  readonly stateStore?: { readonly kind: string; readonly name: string };
  readonly strictMatchLabels: boolean;
  /** How its files are laid out in the store; absent in older Kratix, where it is `nestedByMetadata`. */
  readonly filePathMode?: string;
  readonly conditions: readonly Condition[];
}
