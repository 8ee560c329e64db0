import type { KratixContext } from '../context';
import { findByLabels } from '../find';
import { keyOf } from '../controller/keys';
import { jobsToKeep } from '../settings';
import { labels } from '../vocabulary/labels';
import { resources, systemNamespace } from '../vocabulary/resources';
import { newestFirst } from './jobFacts';
import type { WorkflowRun } from './WorkflowRun';
import { jobSelector } from './WorkflowRun';

/** Keeps the newest Jobs of each pipeline (Kratix's `cleanupJobs`). @internal */
export function pruneJobs({ cluster }: KratixContext, run: WorkflowRun): void {
  for (const { name } of run.pipelines) {
    const jobs = findByLabels(cluster, resources.jobs, {
      namespace: run.namespace,
      labels: {
        ...jobSelector(run),
        [labels.workflowAction]: run.action,
        [labels.pipelineName]: name,
      },
    });
    for (const job of newestFirst(jobs, [name]).slice(jobsToKeep)) {
      cluster.delete(resources.jobs, keyOf(job));
    }
  }
}

/** Deletes the Works of pipelines that the Promise no longer has (Kratix's `cleanup`). @internal */
export function cleanWorks({ cluster }: KratixContext, run: WorkflowRun): void {
  const works = findByLabels(cluster, resources.works, {
    namespace: run.owner.metadata.namespace ?? systemNamespace,
    labels: {
      [labels.workType]: run.type,
      [labels.promiseName]: run.promiseName,
      ...(run.type === 'resource' && {
        [labels.resourceName]: run.owner.metadata.name,
      }),
    },
  });
  const known = run.pipelines.map(({ name }) => name);
  for (const work of works) {
    const pipeline = work.metadata.labels?.[labels.pipelineName] ?? '';
    // A preview's summary has no pipeline and is not the workflow's to remove.
    if (
      !known.includes(pipeline) &&
      work.metadata.labels?.[labels.dryRunSummary] !== 'true'
    ) {
      cluster.delete(resources.works, keyOf(work));
    }
  }
}

/** Suspends a running Job, as a manual reconciliation does. @internal */
export function stopJob(
  { cluster }: KratixContext,
  namespace: string,
  name: string,
): void {
  cluster.mutate(resources.jobs, { namespace, name }, draft => {
    draft.spec = { ...(draft.spec as object), suspend: true };
  });
}
