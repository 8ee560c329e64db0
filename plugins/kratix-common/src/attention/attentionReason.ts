import type { AttentionReason } from '../contracts';
import type { KratixPromise, Phase, PhaseReport } from '../model';

/**
 * What a judgement of time needs.
 * @public
 */
export interface AttentionClock {
  readonly now: Date;
  /** How long something may be under way. */
  readonly stuckAfterMs: number;
}

/**
 * Why a request needs somebody now; undefined where it does not. Something that waits for a time of its own
 * choosing, or that somebody paused on purpose, needs nobody.
 * @public
 */
export function requestAttention(
  report: PhaseReport,
  clock: AttentionClock,
): AttentionReason | undefined {
  const reason = reasonOf[report.phase];
  switch (reason) {
    case undefined:
      return undefined;
    case 'waiting':
      return report.nextRetryAt ? undefined : reason;
    case 'stuck':
      if (report.flags.isDeletionBlocked) {
        return 'waiting';
      }
      return isOver(report.since, clock) ? reason : undefined;
    default:
      return reason;
  }
}

/**
 * Why a Promise needs somebody now; undefined where it does not.
 * @public
 */
export function promiseAttention(
  promise: Pick<
    KratixPromise,
    'availability' | 'apiProblem' | 'isPaused' | 'pipelines' | 'deletedAt'
  >,
): AttentionReason | undefined {
  if (promise.isPaused || promise.deletedAt) {
    return undefined;
  }
  if (promise.pipelines.some(({ phase }) => phase === 'Failed')) {
    return 'failed';
  }
  if (
    promise.pipelines.some(
      ({ phase, nextRetryAt }) => phase === 'Suspended' && !nextRetryAt,
    )
  ) {
    return 'waiting';
  }
  return promise.apiProblem || promise.availability === 'unavailable'
    ? 'unavailable'
    : undefined;
}

const reasonOf: Readonly<Record<Phase, AttentionReason | undefined>> = {
  Failed: 'failed',
  DeleteFailed: 'failed',
  WriteFailed: 'delivery',
  Unschedulable: 'delivery',
  Misplaced: 'delivery',
  Unhealthy: 'unhealthy',
  Degraded: 'unhealthy',
  Suspended: 'waiting',
  DeleteSuspended: 'waiting',
  WaitingForPromise: 'unavailable',
  Pending: 'stuck',
  Running: 'stuck',
  Upgrading: 'stuck',
  Scheduling: 'stuck',
  Deleting: 'stuck',
  Paused: undefined,
  Ready: undefined,
  DryRun: undefined,
};

function isOver(
  since: string | undefined,
  { now, stuckAfterMs }: AttentionClock,
): boolean {
  return (
    since !== undefined && now.getTime() - Date.parse(since) >= stuckAfterMs
  );
}
