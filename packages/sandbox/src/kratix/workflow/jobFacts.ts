import type { KubeObject } from '../../apiserver/cluster';
import { at, numberOf } from '../json/read';
import { conditionsOf } from '../conditions/conditions';
import { labels } from '../vocabulary/labels';

/** What Kratix reads of a Job (lib/workflow/reconciler.go `isRunning`, `isFailed`). @internal */
export interface JobFact {
  name: string;
  pipeline: string;
  action: string;
  hash: string;
  state: 'running' | 'failed' | 'completed';
}

/** @internal */
export function jobFact(job: KubeObject): JobFact {
  return {
    name: job.metadata.name,
    pipeline: job.metadata.labels?.[labels.pipelineName] ?? '',
    action: job.metadata.labels?.[labels.workflowAction] ?? '',
    hash: job.metadata.labels?.[labels.hash] ?? '',
    state: jobState(job),
  };
}

/** @internal */
export function jobState(job: KubeObject): JobFact['state'] {
  const types = conditionsOf(job.status).map(({ type }) => type);
  const isOver =
    types.includes('Complete') ||
    types.includes('Failed') ||
    types.includes('Suspended');
  if ((numberOf(at(job, 'status', 'active')) ?? 0) > 0 || !isOver) {
    return 'running';
  }
  return types.includes('Failed') || types.includes('Suspended')
    ? 'failed'
    : 'completed';
}

/**
 * Newest first. Kratix compares creation times, which have whole seconds; of two in one second the later
 * pipeline is the newer, and of two Jobs of one pipeline that which came after the other was over.
 * @internal
 */
export function newestFirst(
  jobs: readonly KubeObject[],
  pipelines: readonly string[],
): readonly KubeObject[] {
  const rank = (job: KubeObject) =>
    pipelines.indexOf(job.metadata.labels?.[labels.pipelineName] ?? '');
  return [...jobs].sort(
    (a, b) =>
      compare(b.metadata.creationTimestamp, a.metadata.creationTimestamp) ||
      rank(b) - rank(a) ||
      successionOf(b) - successionOf(a) ||
      compare(b.metadata.name, a.metadata.name),
  );
}

/** A Job starts only when the one before is over, and what was stopped was stopped for the next. */
function successionOf(job: KubeObject): number {
  if (jobState(job) === 'running') {
    return 2;
  }
  const isStopped = conditionsOf(job.status).some(
    ({ type }) => type === 'Suspended',
  );
  return isStopped ? 0 : 1;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
