import type { ObjectIdentity } from '../model';

/**
 * A Pod of a pipeline's Job.
 * @public
 */
export interface WorkflowPod extends ObjectIdentity {
  readonly namespace: string;
  readonly job: string | undefined;
  readonly phase: string;
  /** Of the Pod as a whole, like `Evicted`. */
  readonly reason?: string;
  readonly message?: string;
  /** Why it has no node. */
  readonly unschedulable?: string;
  readonly startedAt?: string;
  /** In the order in which they run. */
  readonly containers: readonly PodContainer[];
}

/**
 * One container and how far it is.
 * @public
 */
export interface PodContainer {
  readonly name: string;
  readonly image?: string;
  readonly restarts: number;
  readonly state: ContainerState;
  /** How it ended before it was started again. */
  readonly last?: Extract<ContainerState, { type: 'terminated' }>;
}

/** @public */
export type ContainerState =
  | {
      readonly type: 'waiting';
      readonly reason: string;
      readonly message?: string;
    }
  | { readonly type: 'running'; readonly startedAt?: string }
  | {
      readonly type: 'terminated';
      readonly exitCode: number;
      readonly reason: string;
      readonly message?: string;
      readonly startedAt?: string;
      readonly finishedAt?: string;
    };
