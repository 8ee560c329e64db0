import type { PipelineStatus } from '../model';
import type { WorkflowJob } from './WorkflowJob';
import type { WorkflowPod } from './WorkflowPod';

/**
 * Everything that tells how a workflow ran.
 * @public
 */
export interface WorkflowHistoryInput {
  readonly jobs: readonly WorkflowJob[];
  readonly pods: readonly WorkflowPod[];
  /** Names of the pipelines that the Promise declares now, in order. */
  readonly declared: {
    readonly configure: readonly string[];
    readonly delete: readonly string[];
  };
  /** Absent when the object is not known; then only Jobs tell. */
  readonly subject?: WorkflowOwner;
  /** How often Kratix runs it again by itself. */
  readonly intervalMs: number;
}

/**
 * What the object that the workflow is of says.
 * @public
 */
export interface WorkflowOwner {
  readonly createdAt?: string;
  readonly isDeleting: boolean;
  /** `status.kratix.workflows.pipelines`; undefined when this Kratix does not report them. */
  readonly pipelines?: readonly PipelineStatus[];
  /** When somebody last asked for a run through the portal. */
  readonly rerun?: { readonly at: string; readonly by?: string };
}
