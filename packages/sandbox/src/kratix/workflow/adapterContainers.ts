import type { Json } from '../json/read';
import type { JobOptions } from './buildJob';
import type { WorkflowRun } from './WorkflowRun';
import { isDryRun } from './WorkflowRun';

// What an installation of Kratix sets as PIPELINE_ADAPTER_IMG.
const adapterImage = 'syntasso/kratix-platform:latest';

/** The containers that Kratix puts around an author's own. @internal */
export type AdapterStep = 'reader' | 'work-writer' | 'status-writer';

/** @internal */
export function isAdapterStep(name: string): name is AdapterStep {
  return (
    name === 'reader' || name === 'work-writer' || name === 'status-writer'
  );
}

/** The variables that every container but work-writer gets. @internal */
export function environmentOf(
  run: WorkflowRun,
  options: Pick<JobOptions, 'pipeline' | 'crdPlural'>,
): readonly Json[] {
  const { owner } = run;
  const [version = '', group = ''] = owner.apiVersion.split('/').reverse();
  const values = {
    KRATIX_WORKFLOW_ACTION: run.action,
    KRATIX_WORKFLOW_TYPE: run.type,
    KRATIX_PROMISE_NAME: run.promiseName,
    KRATIX_PIPELINE_NAME: options.pipeline.name,
    KRATIX_OBJECT_KIND: owner.kind,
    KRATIX_OBJECT_GROUP: group,
    KRATIX_OBJECT_VERSION: version,
    KRATIX_OBJECT_NAME: owner.metadata.name,
    KRATIX_OBJECT_NAMESPACE: owner.metadata.namespace ?? '',
    KRATIX_CRD_PLURAL: options.crdPlural,
    KRATIX_CLUSTER_SCOPED: String(run.type === 'promise'),
    ...(isDryRun(owner) && { KRATIX_DRY_RUN: 'true' }),
  };
  // What is empty is left out of the JSON of a variable (core/v1 `EnvVar`).
  return Object.entries(values).map(([name, value]) => ({
    name,
    ...(value && { value }),
  }));
}

/** @internal */
export function adapterContainer(
  step: AdapterStep,
  run: WorkflowRun,
  options: JobOptions,
): Json {
  return {
    name: step,
    image: adapterImage,
    command: ['/bin/pipeline-adapter'],
    args: argumentsOf(step, run, options),
    env: variablesOf(step, run, options),
    imagePullPolicy: 'IfNotPresent',
    volumeMounts: mounts[step],
  };
}

function argumentsOf(
  step: AdapterStep,
  run: WorkflowRun,
  { pipeline }: JobOptions,
): readonly string[] {
  switch (step) {
    case 'reader':
      return ['reader'];
    case 'status-writer':
      return ['update-status'];
    case 'work-writer':
      return [
        'work-creator',
        ...['--input-directory', '/work-creator-files'],
        ...['--promise-name', run.promiseName],
        ...['--pipeline-name', pipeline.name],
        ...['--namespace', run.namespace],
        ...['--workflow-type', run.type],
        ...(run.type === 'resource'
          ? ['--resource-name', run.owner.metadata.name]
          : []),
        ...(run.type === 'resource' && run.pipelineNamespace
          ? ['--resource-namespace', run.owner.metadata.namespace ?? '']
          : []),
      ];
  }
}

function variablesOf(
  step: AdapterStep,
  run: WorkflowRun,
  options: JobOptions,
): readonly Json[] {
  if (step === 'work-writer') {
    return isDryRun(run.owner)
      ? [{ name: 'KRATIX_DRY_RUN', value: 'true' }]
      : [];
  }
  const isLast = { name: 'IS_LAST_PIPELINE', value: String(options.isLast) };
  return [
    ...(step === 'status-writer' ? [isLast] : []),
    ...environmentOf(run, options),
  ];
}

const mounts: Readonly<Record<AdapterStep, readonly Json[]>> = {
  reader: [
    { mountPath: '/kratix/input', name: 'shared-input' },
    { mountPath: '/kratix/output', name: 'shared-output' },
  ],
  'work-writer': [
    { mountPath: '/work-creator-files/input', name: 'shared-output' },
    { mountPath: '/work-creator-files/metadata', name: 'shared-metadata' },
    {
      mountPath: '/work-creator-files/kratix-system',
      name: 'promise-scheduling',
    },
  ],
  'status-writer': [
    { mountPath: '/work-creator-files/metadata', name: 'shared-metadata' },
  ],
};
