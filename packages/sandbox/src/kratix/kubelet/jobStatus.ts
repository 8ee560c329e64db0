import type { Json } from '../json/read';
import { timestamp } from '../text/time';

/** A Job's status when its Pod starts. @internal */
export function markJobStarted(status: Json, nowMs: number): void {
  status.startTime ??= timestamp(nowMs);
  status.active = 1;
  status.ready = 0;
  status.terminating = 0;
}

/** Success needs both conditions: recent API servers refuse Complete alone. @internal */
export function markJobComplete(status: Json, nowMs: number): void {
  const time = timestamp(nowMs);
  finish(status);
  status.succeeded = 1;
  status.completionTime = time;
  status.conditions = ['SuccessCriteriaMet', 'Complete'].map(type =>
    condition(type, time, {
      reason: 'CompletionsReached',
      message: 'Reached expected number of succeeded pods',
    }),
  );
}

/** @internal */
export function markJobFailed(
  status: Json,
  nowMs: number,
  failedPods: number,
): void {
  finish(status);
  status.failed = failedPods;
  status.conditions = ['FailureTarget', 'Failed'].map(type =>
    condition(type, timestamp(nowMs), {
      reason: 'BackoffLimitExceeded',
      message: 'Job has reached the specified backoff limit',
    }),
  );
}

/** @internal */
export function markJobSuspended(status: Json, nowMs: number): void {
  finish(status);
  delete status.startTime;
  status.conditions = [
    condition('Suspended', timestamp(nowMs), {
      reason: 'JobSuspended',
      message: 'Job suspended',
    }),
  ];
}

function finish(status: Json): void {
  delete status.active;
  status.ready = 0;
  status.terminating = 0;
}

function condition(
  type: string,
  time: string,
  why: { reason: string; message: string },
): Json {
  return {
    type,
    status: 'True',
    lastProbeTime: time,
    lastTransitionTime: time,
    ...why,
  };
}
