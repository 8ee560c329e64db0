import type { KubeObject } from '../apiserver/cluster';
import type { Behaviour } from './behaviour/behaviour';
import type { KratixSettings } from './settings';

/**
 * How old the first run of a settled object looks, in milliseconds; undefined for anything else. It stays
 * well inside the reconciliation interval, or Kratix would run the workflow again at once.
 * @internal
 */
export function settledAgeMs(
  settings: Pick<KratixSettings, 'reconciliationIntervalMs'>,
  behaviour: Pick<Behaviour, 'settledMs'>,
  options: { owner: KubeObject; jobs: readonly KubeObject[] },
): number | undefined {
  const isFirstRun =
    (options.owner.metadata.generation ?? 1) === 1 && !hasRepeats(options.jobs);
  return behaviour.settledMs === undefined || !isFirstRun
    ? undefined
    : Math.min(behaviour.settledMs, settings.reconciliationIntervalMs / 2);
}

/** True when some pipeline has run more than once: somebody resumed or re-ran it since. */
function hasRepeats(jobs: readonly KubeObject[]): boolean {
  const pipelines = jobs.map(job =>
    [
      job.metadata.labels?.['kratix.io/workflow-action'],
      job.metadata.labels?.['kratix.io/pipeline-name'],
    ].join('/'),
  );
  return new Set(pipelines).size < pipelines.length;
}
