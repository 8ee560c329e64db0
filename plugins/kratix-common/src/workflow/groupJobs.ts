import { compareTimes } from './toAttempts';
import type { WorkflowHistoryInput } from './WorkflowHistoryInput';
import type { WorkflowJob } from './WorkflowJob';

/**
 * The Jobs of one run, oldest first.
 * @internal
 */
export interface JobGroup {
  readonly action: WorkflowJob['action'];
  readonly jobs: readonly WorkflowJob[];
}

/**
 * Which Jobs belong to one run, oldest run first. Kratix does not say, so it is told from what a run is: it
 * goes through the pipelines in order, for one content (label `kratix.io/hash`). A pipeline that comes again is
 * a new run, unless it had suspended the workflow and was resumed (docs/kratix-observed.md 8).
 * @internal
 */
export function groupJobs({
  jobs,
  declared,
  subject,
}: Pick<WorkflowHistoryInput, 'jobs' | 'declared' | 'subject'>): JobGroup[] {
  const place = (job: WorkflowJob) =>
    declared[job.action].indexOf(job.pipeline);
  const sorted = [...jobs].sort(
    (a, b) => compareTimes(a.createdAt, b.createdAt) || place(a) - place(b),
  );
  const groups: { action: WorkflowJob['action']; jobs: WorkflowJob[] }[] = [];
  sorted.forEach((job, index) => {
    const group = groups.at(-1);
    const isContinued =
      group !== undefined &&
      group.action === job.action &&
      isSameRun(group.jobs, job, {
        names: declared[job.action],
        attemptsLeft: isNewest(sorted, index)
          ? attemptsOf(subject, job.pipeline)
          : 0,
      });
    if (group && isContinued) {
      group.jobs.push(job);
    } else {
      groups.push({ action: job.action, jobs: [job] });
    }
  });
  return groups;
}

function isSameRun(
  known: readonly WorkflowJob[],
  job: WorkflowJob,
  { names, attemptsLeft }: { names: readonly string[]; attemptsLeft: number },
): boolean {
  const last = known.at(-1);
  if (!last || last.hash !== job.hash || last.state === 'failed') {
    return false;
  }
  if (last.pipeline === job.pipeline) {
    return isResumed(last, names, attemptsLeft);
  }
  const [before, now] = [last, job].map(({ pipeline }) =>
    names.indexOf(pipeline),
  );
  return before === -1 || now === -1
    ? known.every(({ pipeline }) => pipeline !== job.pipeline)
    : (before ?? 0) < (now ?? 0);
}

/** The Job of a pipeline that suspends succeeds. Had it not suspended, the next pipeline would have run. */
function isResumed(
  last: WorkflowJob,
  names: readonly string[],
  attempts: number,
): boolean {
  if (last.state !== 'succeeded') {
    return false;
  }
  const index = names.indexOf(last.pipeline);
  return names.length > 1 && index !== -1 ? true : attempts > 0;
}

/** Only the newest Jobs of a pipeline are what its status tells of. */
function isNewest(sorted: readonly WorkflowJob[], index: number): boolean {
  const job = sorted[index];
  return sorted
    .slice(index)
    .every(
      ({ hash, pipeline }) => hash === job?.hash && pipeline === job?.pipeline,
    );
}

function attemptsOf(
  subject: WorkflowHistoryInput['subject'],
  pipeline: string,
): number {
  return (
    subject?.pipelines?.find(({ name }) => name === pipeline)?.attempts ?? 0
  );
}
