import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { findByLabels } from '../find';
import { changeLabels, changeStatus, hasLabel } from '../status';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { cleanWorks, pruneJobs, stopJob } from './cleanUp';
import { markFailed, markStarting, syncCounters } from './configureStatus';
import { createJob } from './createJob';
import { jobFact, newestFirst } from './jobFacts';
import { suspendedPipelineIndex } from './pipelineStatus';
import type { ConfigureStep } from './planConfigure';
import { planConfigure } from './planConfigure';
import type { WorkflowRun } from './WorkflowRun';
import { controllerOf, jobSelector } from './WorkflowRun';

/** Where a configure workflow stands after one look. @internal */
export interface ConfigureOutcome {
  kind: 'done' | 'waiting' | 'failed';
  owner: KubeObject;
}

/** One step of a configure workflow: reads the Jobs, writes the status, starts what is next. @internal */
export function runConfigure(
  context: KratixContext,
  run: WorkflowRun,
  now: string,
): ConfigureOutcome {
  const jobs = jobsOf(context, run);
  const step = planConfigure({
    pipelines: run.pipelines.map(({ name }) => name),
    hash: run.hash,
    jobs: jobs.map(jobFact),
    isManual: hasLabel(run.owner, labels.manualReconciliation),
    isRestart: hasLabel(run.owner, labels.runFromStart),
    isSuspended: hasLabel(run.owner, labels.workflowSuspended),
    suspendedIndex: suspendedPipelineIndex(run.owner.status),
  });
  const owner = changeStatus(context.cluster, run.ownerGvr, run.owner, status =>
    syncCounters(status, run, step, now),
  );
  return act(context, { ...run, owner }, step, now);
}

/** The Jobs of a workflow's owner, newest first. @internal */
export function jobsOf(
  { cluster }: KratixContext,
  run: WorkflowRun,
): readonly KubeObject[] {
  return newestFirst(
    findByLabels(cluster, resources.jobs, {
      namespace: run.namespace,
      labels: jobSelector(run),
    }),
    run.pipelines.map(({ name }) => name),
  );
}

function act(
  context: KratixContext,
  run: WorkflowRun,
  step: ConfigureStep,
  now: string,
): ConfigureOutcome {
  switch (step.kind) {
    case 'done':
      pruneJobs(context, run);
      cleanWorks(context, run);
      return { kind: 'done', owner: run.owner };
    case 'wait':
      return { kind: 'waiting', owner: run.owner };
    case 'stopRunning':
      stopJob(context, run.namespace, step.job);
      return { kind: 'waiting', owner: run.owner };
    case 'failed': {
      const owner = markFailed(context, run, step.pipeline, now);
      pruneJobs(context, run);
      return { kind: 'failed', owner };
    }
    case 'start':
      return { kind: 'waiting', owner: start(context, run, step, now) };
  }
}

function start(
  context: KratixContext,
  run: WorkflowRun,
  step: Extract<ConfigureStep, { kind: 'start' }>,
  now: string,
): KubeObject {
  const pipeline = run.pipelines[step.index];
  if (!pipeline) {
    return run.owner;
  }
  const owner = changeLabels(context.cluster, run.ownerGvr, run.owner, {
    [labels.manualReconciliation]: undefined,
    [labels.runFromStart]: undefined,
  });
  createJob(context, { ...run, owner }, pipeline);
  context.events.record(owner, {
    controller: controllerOf(run),
    type: 'Normal',
    reason: 'PipelineStarted',
    note: `Configure Pipeline started: ${pipeline.name}`,
  });
  if (step.isResume) {
    pruneJobs(context, run);
  }
  return changeStatus(context.cluster, run.ownerGvr, owner, status =>
    markStarting(status, pipeline.name, now),
  );
}
