import type { Gvr, KubeObject } from '../../apiserver/cluster';
import type { Behaviour } from '../behaviour/behaviour';
import { behaviourOf } from '../behaviour/objectBehaviour';
import type { KratixContext } from '../context';
import { findByLabels } from '../find';
import type { Json } from '../json/read';
import { at, recordsOf, textOf } from '../json/read';
import { annotations, labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import type { WorkflowAction, WorkflowType } from '../workflow/pipelines';

/** What a Job of Kratix is about, found from the Job alone. @internal */
export interface JobSubject {
  job: KubeObject;
  owner: KubeObject;
  ownerGvr: Gvr;
  promiseName: string;
  /** Undefined while the Promise is gone but its Jobs are not. */
  promise?: KubeObject;
  pipeline: string;
  type: WorkflowType;
  action: WorkflowAction;
  isLast: boolean;
  behaviour: Behaviour;
  /** Jobs of the same pipeline for the same spec that came before. */
  earlierRuns: number;
}

/** Undefined when the Job is not Kratix's, or what it is about is gone. @internal */
export function findJobSubject(
  context: KratixContext,
  job: KubeObject,
): JobSubject | undefined {
  const jobLabels = job.metadata.labels ?? {};
  const promiseName = jobLabels[labels.promiseName];
  const pipeline = jobLabels[labels.pipelineName];
  const type = jobLabels[labels.workflowType];
  const action = jobLabels[labels.workflowAction];
  const isKratix =
    jobLabels[labels.managedBy] === 'Kratix' &&
    (type === 'promise' || type === 'resource') &&
    (action === 'configure' || action === 'delete');
  if (!isKratix || !promiseName || !pipeline) {
    return undefined;
  }
  const found = findOwner(context, job, type);
  if (!found) {
    return undefined;
  }
  return {
    ...found,
    job,
    promiseName,
    promise: context.cluster.get(resources.promises, { name: promiseName }),
    pipeline,
    type,
    action,
    isLast: isLastPipeline(job),
    behaviour: behaviourOf(
      context,
      promiseName,
      type === 'resource' ? found.owner : undefined,
    ),
    earlierRuns: countEarlierRuns(context, job),
  };
}

function findOwner(
  { cluster, apis }: KratixContext,
  job: KubeObject,
  type: WorkflowType,
): { owner: KubeObject; ownerGvr: Gvr } | undefined {
  const said = job.metadata.annotations ?? {};
  const ownerGvr =
    type === 'promise'
      ? resources.promises
      : apis.ofKind(
          said[annotations.jobResourceApiVersion] ?? '',
          said[annotations.jobResourceKind] ?? '',
        )?.gvr;
  const owner =
    ownerGvr &&
    cluster.get(ownerGvr, {
      namespace: said[annotations.jobResourceNamespace] || undefined,
      name: said[annotations.jobResourceName] ?? '',
    });
  return owner && { owner, ownerGvr };
}

function isLastPipeline(job: KubeObject): boolean {
  const containers = recordsOf(at(job.spec, 'template', 'spec', 'containers'));
  return containers
    .flatMap(({ env }) => recordsOf(env))
    .some(
      ({ name, value }: Json) =>
        name === 'IS_LAST_PIPELINE' && textOf(value) === 'true',
    );
}

function countEarlierRuns({ cluster }: KratixContext, job: KubeObject): number {
  const { [labels.resourceNamespace]: _, ...own } = job.metadata.labels ?? {};
  const same = [
    labels.promiseName,
    labels.workflowType,
    labels.workflowAction,
    labels.pipelineName,
    labels.resourceName,
    labels.hash,
  ].flatMap(label => {
    const value = own[label];
    return value === undefined ? [] : [[label, value] as const];
  });
  return findByLabels(cluster, resources.jobs, {
    namespace: job.metadata.namespace,
    labels: Object.fromEntries(same),
  }).filter(
    other =>
      other.metadata.uid !== job.metadata.uid &&
      other.metadata.creationTimestamp <= job.metadata.creationTimestamp,
  ).length;
}
