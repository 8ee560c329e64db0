import type { NewKubeObject } from '../../apiserver/cluster';
import type { Json } from '../json/read';
import { at, listOf, numberOf, textOf } from '../json/read';
import { suffixedName } from '../text/names';
import { annotations, labels } from '../vocabulary/labels';
import { adapterContainer, environmentOf } from './adapterContainers';
import type { Pipeline } from './pipelines';
import type { WorkflowRun } from './WorkflowRun';
import { jobSelector } from './WorkflowRun';

/** @internal */
export interface JobOptions {
  pipeline: Pipeline;
  isLast: boolean;
  /** Five characters that make the name unique. */
  suffix: string;
  defaultBackoffLimit: number;
  /** Plural of the request's type; empty for a Promise without API. */
  crdPlural: string;
}

/** The Job that runs one pipeline (api/v1alpha1/pipeline_factory.go `pipelineJob`). @internal */
export function buildJob(run: WorkflowRun, options: JobOptions): NewKubeObject {
  const { pipeline } = options;
  const jobLabels = jobLabelsOf(run, pipeline);
  const { metadata, apiVersion, kind } = run.owner;
  const isOwned =
    run.type === 'promise' || metadata.namespace === run.namespace;
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: {
      name: suffixedName(jobBaseName(run, pipeline), options.suffix),
      namespace: run.namespace,
      labels: jobLabels,
      annotations: {
        [annotations.jobResourceNamespace]: metadata.namespace ?? '',
        [annotations.jobResourceName]: metadata.name,
        [annotations.jobResourceKind]: kind,
        [annotations.jobResourceApiVersion]: apiVersion,
      },
      ...(isOwned && {
        ownerReferences: [
          {
            apiVersion,
            kind,
            name: metadata.name,
            uid: metadata.uid,
            ...(run.type === 'promise' && {
              controller: true,
              blockOwnerDeletion: true,
            }),
          },
        ],
      }),
    },
    spec: {
      parallelism: 1,
      completions: 1,
      backoffLimit:
        numberOf(at(pipeline.spec, 'jobOptions', 'backoffLimit')) ??
        options.defaultBackoffLimit,
      completionMode: 'NonIndexed',
      suspend: false,
      template: {
        metadata: {
          labels: jobLabels,
          annotations: { ...pipeline.annotations },
        },
        spec: podSpec(run, options),
      },
    },
  };
}

function jobLabelsOf(
  run: WorkflowRun,
  pipeline: Pipeline,
): Record<string, string> {
  return {
    ...jobSelector(run),
    [labels.managedBy]: 'Kratix',
    [labels.workflowAction]: run.action,
    [labels.pipelineName]: pipeline.name,
    [labels.hash]: run.hash,
    ...pipeline.labels,
  };
}

function jobBaseName(run: WorkflowRun, pipeline: Pipeline): string {
  const parts = ['kratix', run.promiseName];
  if (run.type === 'resource') {
    parts.push(run.owner.metadata.name);
    if (run.pipelineNamespace) {
      parts.push(run.owner.metadata.namespace ?? '');
    }
  }
  return [...parts, pipeline.name].join('-');
}

function podSpec(run: WorkflowRun, options: JobOptions): Json {
  const { pipeline } = options;
  const env = environmentOf(run, options);
  const userContainers = pipeline.containers.map(container => ({
    name: textOf(container.name) ?? '',
    image: textOf(container.image) ?? '',
    ...(container.command !== undefined && { command: container.command }),
    ...(container.args !== undefined && { args: container.args }),
    env: [...env, ...listOf(container.env)],
    ...(container.envFrom !== undefined && { envFrom: container.envFrom }),
    imagePullPolicy: textOf(container.imagePullPolicy) ?? 'IfNotPresent',
    volumeMounts: [
      { mountPath: '/kratix/input', name: 'shared-input', readOnly: true },
      { mountPath: '/kratix/output', name: 'shared-output' },
      { mountPath: '/kratix/metadata', name: 'shared-metadata' },
      ...listOf(container.volumeMounts),
    ],
  }));
  return {
    initContainers: [
      adapterContainer('reader', run, options),
      ...userContainers,
      ...(run.action === 'configure'
        ? [adapterContainer('work-writer', run, options)]
        : []),
    ],
    containers: [adapterContainer('status-writer', run, options)],
    restartPolicy: textOf(pipeline.spec.restartPolicy) ?? 'OnFailure',
    serviceAccountName:
      textOf(at(pipeline.spec, 'rbac', 'serviceAccount')) ??
      [run.promiseName, run.type, run.action, pipeline.name].join('-'),
    volumes: [
      ...(run.action === 'configure' ? [schedulingVolume(run)] : []),
      { name: 'shared-input', emptyDir: {} },
      { name: 'shared-output', emptyDir: {} },
      { name: 'shared-metadata', emptyDir: {} },
      ...listOf(pipeline.spec.volumes),
    ],
  };
}

function schedulingVolume(run: WorkflowRun): Json {
  return {
    name: 'promise-scheduling',
    configMap: {
      name: `destination-selectors-${run.promiseName}`,
      items: [{ key: 'destinationSelectors', path: 'promise-scheduling' }],
    },
  };
}
