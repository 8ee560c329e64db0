import type { KubeObject } from '../cluster';
import { shortDuration } from '../tables/commonColumns';
import { child, items, text } from './readCell';

/** @internal */
export function jobStatus(job: KubeObject): string {
  const met = (type: string) =>
    items(child(job, 'status').conditions).some(
      condition => condition.type === type && condition.status === 'True',
    );
  if (met('Complete')) {
    return 'Complete';
  }
  if (met('Failed')) {
    return 'Failed';
  }
  if (job.metadata.deletionTimestamp) {
    return 'Terminating';
  }
  return met('Suspended') ? 'Suspended' : 'Running';
}

/** @internal */
export function jobDuration(job: KubeObject, now: number): string {
  const { startTime, completionTime } = child(job, 'status');
  const start = Date.parse(text(startTime));
  const end = Date.parse(text(completionTime));
  return Number.isNaN(start)
    ? ''
    : shortDuration((Number.isNaN(end) ? now : end) - start);
}

/** @internal */
export function podTemplate(job: KubeObject, field: string): string {
  const { containers } = child(child(child(job, 'spec'), 'template'), 'spec');
  return items(containers)
    .map(container => text(container[field]))
    .join(',');
}
