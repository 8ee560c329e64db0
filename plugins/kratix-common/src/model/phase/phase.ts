/**
 * Where a resource request is on its way: one closed set, derived in one place (`derivePhase`).
 * @public
 */
export type Phase =
  | 'Pending'
  | 'WaitingForPromise'
  | 'Running'
  | 'Upgrading'
  | 'Suspended'
  | 'Paused'
  | 'Failed'
  | 'Scheduling'
  | 'Unschedulable'
  | 'Misplaced'
  | 'WriteFailed'
  | 'Ready'
  | 'Degraded'
  | 'Unhealthy'
  | 'Deleting'
  | 'DeleteFailed'
  | 'DeleteSuspended'
  | 'DryRun';

/**
 * How a phase should look. Colour never stands alone: a tone always comes with a word and an icon.
 * @public
 */
export type Tone = 'good' | 'busy' | 'waiting' | 'bad' | 'paused' | 'unknown';

/**
 * Every phase, in the order in which people look for them: trouble first.
 * @public
 */
export const phases: readonly Phase[] = [
  'Failed',
  'DeleteFailed',
  'WriteFailed',
  'Unschedulable',
  'Misplaced',
  'Unhealthy',
  'Degraded',
  'Suspended',
  'DeleteSuspended',
  'WaitingForPromise',
  'Pending',
  'Running',
  'Upgrading',
  'Scheduling',
  'Deleting',
  'Paused',
  'Ready',
  'DryRun',
];

/**
 * A phase with what a person needs to know beside it.
 * @public
 */
export interface PhaseReport {
  readonly phase: Phase;
  /** RFC 3339: since when, where the conditions tell. */
  readonly since?: string;
  /** Position in the workflow while it runs, fails or waits. */
  readonly step?: {
    /** 1-based. */
    readonly index: number;
    readonly total: number;
    readonly pipeline?: string;
  };
  /** What the workflow's author or Kratix said; free text from the cluster. */
  readonly message?: string;
  /** Names of what is missing or in the way: pipelines, Works, Promises, Destinations. */
  readonly subjects: readonly string[];
  /** Set when a suspended workflow tries again by itself. RFC 3339. */
  readonly nextRetryAt?: string;
  readonly attempts?: number;
  readonly flags: PhaseFlags;
}

/** @public */
export interface PhaseFlags {
  /** The phase stands, but the Promise takes no new requests now (kratix-domain 2.5 rule 4). */
  readonly isPromiseUnavailable: boolean;
  /** Queued by a label; the workflow has not started yet (rule 6). */
  readonly isQueued: boolean;
  /** Removal waits because the request or its Promise is paused (rule 1). */
  readonly isDeletionBlocked: boolean;
  readonly failedUpgradeVersion?: string;
  readonly availableVersion?: string;
  /** `noData` when nobody reports health. */
  readonly health:
    | 'noData'
    | 'unknown'
    | 'ready'
    | 'healthy'
    | 'degraded'
    | 'unhealthy'
    | 'other';
}
