import type { ObjectIdentity } from '../model';

/**
 * The Job that runs one pipeline once.
 * @public
 */
export interface WorkflowJob extends ObjectIdentity {
  readonly namespace: string;
  /** Label `kratix.io/pipeline-name`. */
  readonly pipeline: string;
  readonly action: 'configure' | 'delete';
  /** Of the Promise and the request as they were: the same for the same content (kratix-domain 3.1). */
  readonly hash: string | undefined;
  /** `suspended`: Kratix stopped it for a run that somebody asked for. */
  readonly state: 'active' | 'succeeded' | 'failed' | 'suspended';
  readonly failure?: { readonly reason: string; readonly message: string };
  readonly startedAt?: string;
  readonly finishedAt?: string;
  /** In the order in which they run. */
  readonly containers: readonly {
    readonly name: string;
    readonly image?: string;
  }[];
}
