import type { JsonObject } from '@backstage/types';
import type { Condition } from './condition';
import type { ObjectIdentity } from './objectIdentity';
import type { PipelineStatus } from './pipelineStatus';

/**
 * What somebody asked of a Promise: an object of the Promise's own kind.
 * @public
 */
export interface ResourceRequest extends ObjectIdentity {
  readonly promiseName: string;
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly plural: string;
  readonly namespace: string;
  readonly spec: JsonObject;
  readonly status: ResourceRequestStatus;
}

/**
 * What Kratix and the pipelines reported. Absent means "not reported", never zero and never failed.
 * @public
 */
export interface ResourceRequestStatus {
  /** False while the object has no status at all. */
  readonly isReported: boolean;
  /** Free text of the workflow's author. */
  readonly message?: string;
  readonly observedGeneration?: number;
  readonly workflows?: number;
  readonly workflowsSucceeded?: number;
  readonly workflowsFailed?: number;
  readonly promiseVersion?: string;
  readonly resourceBindingVersion?: string;
  /** RFC 3339. */
  readonly lastSuccessfulConfigureAt?: string;
  readonly suspendedGeneration?: number;
  /** Undefined when this Kratix does not report them. */
  readonly pipelines?: readonly PipelineStatus[];
  readonly conditions: readonly Condition[];
  readonly health?: HealthStatus;
  /** Every other key of the status: what the pipelines wrote for the person who asked. */
  readonly outputs: JsonObject;
}

/** @public */
export interface HealthStatus {
  readonly state:
    | 'unknown'
    | 'ready'
    | 'healthy'
    | 'degraded'
    | 'unhealthy'
    | 'other';
  readonly records: readonly HealthRecordSummary[];
}

/** @public */
export interface HealthRecordSummary {
  readonly state: string;
  /** Seconds since the epoch, as Kratix stores it. */
  readonly lastRunSeconds?: number;
  readonly name?: string;
  readonly namespace?: string;
  readonly details?: JsonObject;
}
