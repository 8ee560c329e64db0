import type { Gvr, NewKubeObject } from '../../apiserver/cluster';
import { stringify } from 'yaml';
import type { KratixContext } from '../context';
import { seededHex } from '../context';
import { promiseSelectors } from '../work/selectors';
import { labels } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { buildJob } from './buildJob';
import type { Pipeline } from './pipelines';
import type { WorkflowRun } from './WorkflowRun';

/** Creates the Job of one pipeline and what its Pod refers to. @internal */
export function createJob(
  context: KratixContext,
  run: WorkflowRun,
  pipeline: Pipeline,
): void {
  const { cluster, settings } = context;
  const job = buildJob(run, {
    pipeline,
    isLast: run.pipelines[run.pipelines.length - 1]?.name === pipeline.name,
    suffix: seededHex(
      settings,
      jobOwner(run),
      pipeline.name,
      run.action,
      run.owner.metadata.resourceVersion,
    ).slice(0, 5),
    defaultBackoffLimit: settings.jobBackoffLimit,
    crdPlural:
      run.type === 'promise'
        ? 'promises'
        : context.apis.ofPromise(run.promiseName)?.gvr.resource ?? '',
  });
  ensure(context, resources.serviceAccounts, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: {
      name: serviceAccountOf(job),
      namespace: run.namespace,
      labels: { [labels.promiseName]: run.promiseName },
    },
  });
  if (run.action === 'configure') {
    ensure(context, resources.configMaps, selectorsConfigMap(run));
  }
  cluster.create(resources.jobs, job);
}

/** Names, not uids: those differ from start to start. */
function jobOwner({ owner }: WorkflowRun): string {
  return [owner.kind, owner.metadata.namespace, owner.metadata.name].join('/');
}

function serviceAccountOf(job: NewKubeObject): string {
  const spec = job.spec as {
    template: { spec: { serviceAccountName: string } };
  };
  return spec.template.spec.serviceAccountName;
}

function selectorsConfigMap(run: WorkflowRun): NewKubeObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: `destination-selectors-${run.promiseName}`,
      namespace: run.namespace,
      labels: { [labels.promiseName]: run.promiseName },
    },
    data: {
      destinationSelectors: stringify(
        promiseSelectors(run.promiseSpec).map(matchLabels => ({
          matchLabels,
          source: 'promise',
        })),
      ),
    },
  };
}

function ensure(
  { cluster }: KratixContext,
  gvr: Gvr,
  object: NewKubeObject,
): void {
  const key = {
    namespace: object.metadata.namespace,
    name: object.metadata.name ?? '',
  };
  if (!cluster.serves(gvr)) {
    return;
  }
  if (!cluster.get(gvr, key)) {
    cluster.create(gvr, object);
    return;
  }
  if (object.data !== undefined) {
    cluster.mutate(gvr, key, draft => {
      draft.data = object.data;
    });
  }
}
