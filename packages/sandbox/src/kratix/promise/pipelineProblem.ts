import type { Cluster, KubeObject } from '../../apiserver/cluster';
import {
  labelKeyProblems,
  labelValueProblems,
} from '../../apiserver/write/nameRules';
import { at, recordsOf } from '../json/read';
import { md5 } from '../text/md5';
import { resources, systemNamespace } from '../vocabulary/resources';
import { buildJob } from '../workflow/buildJob';
import type {
  Pipeline,
  WorkflowAction,
  WorkflowType,
} from '../workflow/pipelines';
import { pipelinesOf } from '../workflow/pipelines';
import type { WorkflowRun } from '../workflow/WorkflowRun';
import { promiseRun, requestRun } from '../workflow/WorkflowRun';
import { pipelineShapeProblem } from './pipelineShape';

interface Workflow {
  type: WorkflowType;
  action: WorkflowAction;
}

const workflows: readonly Workflow[] = [
  { type: 'promise', action: 'configure' },
  { type: 'promise', action: 'delete' },
  { type: 'resource', action: 'configure' },
  { type: 'resource', action: 'delete' },
];

/** What Kratix refuses about the pipelines of a Promise (`validatePipelines`). @internal */
export function pipelineProblem(
  cluster: Cluster,
  promise: KubeObject,
): string | undefined {
  return (
    firstOf(workflows, workflow => shapeProblem(promise, workflow)) ??
    firstOf(workflows, workflow => workflowProblem(cluster, promise, workflow))
  );
}

function shapeProblem(
  promise: KubeObject,
  { type, action }: Workflow,
): string | undefined {
  const items = recordsOf(at(promise.spec, 'workflows', type, action));
  const problem = firstOf(items, pipelineShapeProblem);
  return problem === undefined
    ? undefined
    : `failed parsing ${type}.${action} pipeline: ${problem}`;
}

function workflowProblem(
  cluster: Cluster,
  promise: KubeObject,
  workflow: Workflow,
): string | undefined {
  const { type, action } = workflow;
  const pipelines = pipelinesOf(promise.spec, type, action);
  return firstOf(pipelines, (pipeline, index) => {
    const isTaken = pipelines
      .slice(0, index)
      .some(({ name }) => name === pipeline.name);
    return (
      labelProblem(pipeline, workflow) ??
      (isTaken
        ? `duplicate pipeline name "${pipeline.name}" in workflow "${type}" action "${action}"`
        : undefined) ??
      lengthProblem(promise, pipeline, workflow) ??
      jobProblem(cluster, { promise, pipeline, workflow })
    );
  });
}

function labelProblem(
  { labels }: Pipeline,
  { type, action }: Workflow,
): string | undefined {
  const place = `in workflow "${type}" action "${action}"`;
  return firstOf(Object.entries(labels), ([key, value]) => {
    const ofValue = labelValueProblems(value);
    const ofKey = labelKeyProblems(key);
    if (ofValue.length > 0) {
      return `invalid label value ${JSON.stringify(
        value,
      )} for key ${JSON.stringify(key)} ${place}: ${ofValue.join(',')}`;
    }
    return ofKey.length > 0
      ? `invalid label key ${JSON.stringify(key)} ${place}: ${ofKey.join(',')}`
      : undefined;
  });
}

function lengthProblem(
  promise: KubeObject,
  pipeline: Pipeline,
  { type, action }: Workflow,
): string | undefined {
  const id = [promise.metadata.name, type, action, pipeline.name].join('-');
  return id.length > 60
    ? `${type}.${action} pipeline with name "${pipeline.name}" is too long. The name is used when generating resources for the pipeline,including the ServiceAccount which follows the format of "${id}", which cannot be longer than 60 characters in total`
    : undefined;
}

/** Kratix has the API server look at the Job that it would create. */
function jobProblem(
  cluster: Cluster,
  about: { promise: KubeObject; pipeline: Pipeline; workflow: Workflow },
): string | undefined {
  const { promise, pipeline, workflow } = about;
  const job = buildJob(trialRun(promise, workflow), {
    pipeline,
    isLast: true,
    suffix: md5(pipeline.name).slice(0, 5),
    defaultBackoffLimit: 0,
    crdPlural: '',
  });
  try {
    cluster.create(resources.jobs, job, { dryRun: true });
    return undefined;
  } catch (error) {
    return `\n${workflow.type}.${workflow.action} pipeline with name ${
      pipeline.name
    } failed to generate Job definition: \n${
      error instanceof Error ? error.message : String(error)
    }`;
  }
}

/** `exampleResourceRequest`: it has the type of the Promise itself. */
function trialRun(
  promise: KubeObject,
  { type, action }: Workflow,
): WorkflowRun {
  return type === 'promise'
    ? promiseRun(promise, resources.promises, action)
    : requestRun({
        request: {
          apiVersion: promise.apiVersion,
          kind: promise.kind,
          metadata: {
            ...promise.metadata,
            name: 'webhook-dry-run',
            namespace: systemNamespace,
            labels: {},
          },
        },
        requestGvr: resources.promises,
        promiseName: promise.metadata.name,
        promiseSpec: promise.spec,
        action,
      });
}

function firstOf<T>(
  items: readonly T[],
  problemOf: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const problem = problemOf(item, index);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}
