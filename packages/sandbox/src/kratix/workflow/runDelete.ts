import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { changeLabels, changeStatus, hasLabel } from '../status';
import { labels } from '../vocabulary/labels';
import { stopJob } from './cleanUp';
import { createJob } from './createJob';
import { jobFact } from './jobFacts';
import {
  markPipeline,
  resetPipelines,
  suspendedPipelineIndex,
} from './pipelineStatus';
import { planDelete } from './planDelete';
import { jobsOf } from './runConfigure';
import type { WorkflowRun } from './WorkflowRun';
import { controllerOf } from './WorkflowRun';

/** One step of a delete workflow. Kratix runs the first delete pipeline only. @internal */
export function runDelete(
  context: KratixContext,
  run: WorkflowRun,
  now: string,
): 'done' | 'waiting' | 'failed' {
  const step = planDelete({
    pipeline: run.pipelines[0]?.name,
    hash: run.hash,
    jobs: jobsOf(context, run).map(jobFact),
    isManual: hasLabel(run.owner, labels.manualReconciliation),
    isSuspended: hasLabel(run.owner, labels.workflowSuspended),
    suspendedIndex: suspendedPipelineIndex(run.owner.status),
  });
  switch (step.kind) {
    case 'done':
      return 'done';
    case 'failed':
      return 'failed';
    case 'wait':
      return 'waiting';
    case 'stopRunning':
      stopJob(context, run.namespace, step.job);
      record(context, run, 'PipelineSuspended', 'suspended');
      return 'waiting';
    case 'start':
      start(context, run, { isReset: step.isReset, now });
      return 'waiting';
  }
}

function start(
  context: KratixContext,
  run: WorkflowRun,
  { isReset, now }: { isReset: boolean; now: string },
): void {
  const pipeline = run.pipelines[0];
  if (!pipeline) {
    return;
  }
  const labelled = changeLabels(context.cluster, run.ownerGvr, run.owner, {
    [labels.manualReconciliation]: undefined,
  });
  const owner: KubeObject = changeStatus(
    context.cluster,
    run.ownerGvr,
    labelled,
    status => {
      if (isReset) {
        resetPipelines(status, [pipeline.name], now);
      }
      markPipeline(status, pipeline.name, 'Running', now);
    },
  );
  createJob(context, { ...run, owner, pipelines: [pipeline] }, pipeline);
  record(context, { ...run, owner }, 'PipelineStarted', 'started');
}

function record(
  context: KratixContext,
  run: WorkflowRun,
  reason: string,
  verb: string,
): void {
  context.events.record(run.owner, {
    controller: controllerOf(run),
    type: 'Normal',
    reason,
    note: `Delete Pipeline ${verb}: ${run.pipelines[0]?.name ?? ''}`,
  });
}
