import type { RunOrigin } from '../contracts';
import type { JobGroup } from './groupJobs';
import type { WorkflowHistoryInput } from './WorkflowHistoryInput';

/** Kratix starts the first run within seconds, once the Promise is available. */
const ORDER_MS = 60_000;
/** From the click to the Job. */
const BY_HAND_MS = 60_000;
/** Kratix looks again by a timer, not to the second. */
const SCHEDULE_MS = 3 * 60_000;

/**
 * What started a run, where it can be told; Kratix does not keep it. Not told rather than guessed: a run for the
 * same content that is neither due nor asked for here may be anybody's.
 * @internal
 */
export function deriveRunOrigin({
  group,
  previous,
  input: { subject, intervalMs },
}: {
  readonly group: JobGroup;
  readonly previous: JobGroup | undefined;
  readonly input: Pick<WorkflowHistoryInput, 'subject' | 'intervalMs'>;
}): RunOrigin | undefined {
  const first = group.jobs[0];
  const startMs = Date.parse(first?.createdAt ?? first?.startedAt ?? '');
  const askedMs = Date.parse(subject?.rerun?.at ?? '');
  const by = subject?.rerun?.by;
  if (isWithin(startMs - askedMs, -2_000, BY_HAND_MS)) {
    return { type: 'byHand', ...(by && { by }) };
  }
  if (group.action === 'delete') {
    return previous?.action === 'delete' ? undefined : { type: 'removal' };
  }
  if (!previous) {
    const createdMs = Date.parse(subject?.createdAt ?? '');
    return isWithin(startMs - createdMs, -2_000, ORDER_MS)
      ? { type: 'order' }
      : undefined;
  }
  const last = previous.jobs.at(-1);
  if (first?.hash !== undefined && last?.hash !== undefined) {
    if (first.hash !== last.hash) {
      return { type: 'change' };
    }
  }
  const sinceMs = startMs - Date.parse(last?.finishedAt ?? '');
  return isWithin(sinceMs - intervalMs, -SCHEDULE_MS, SCHEDULE_MS)
    ? { type: 'schedule' }
    : undefined;
}

/** False where a time is not known. */
function isWithin(ms: number, from: number, to: number): boolean {
  return ms >= from && ms <= to;
}
