/**
 * Progress of one pipeline, from `status.kratix.workflows.pipelines[]`.
 * @public
 */
export interface PipelineStatus {
  readonly name: string;
  /** Kratix's phase; a word it may add later is kept as `Other`. */
  readonly phase:
    | 'Pending'
    | 'Running'
    | 'Succeeded'
    | 'Failed'
    | 'Suspended'
    | 'Other';
  readonly message?: string;
  /** RFC 3339, UTC. */
  readonly nextRetryAt?: string;
  readonly attempts?: number;
  /** RFC 3339. */
  readonly lastTransitionTime?: string;
}
