import { randomUUID } from 'node:crypto';
import type { KubeObject } from '../cluster';
import type { JsonObject } from '../json/json';
import { isObject } from '../json/json';

type Prepare = (
  object: KubeObject,
  previous: KubeObject | undefined,
  now: string,
) => void;

/** Source of the rules: kubernetes/pkg/registry/core/namespace/strategy.go. @internal */
export const prepareNamespace: Prepare = (namespace, previous) => {
  namespace.metadata.labels = {
    ...namespace.metadata.labels,
    'kubernetes.io/metadata.name': namespace.metadata.name,
  };
  if (previous) {
    namespace.spec = previous.spec;
  } else {
    namespace.spec = { finalizers: ['kubernetes'] };
    namespace.status = { phase: 'Active' };
  }
};

/** Source of the rules: kubernetes/pkg/registry/core/pod/strategy.go and pkg/apis/core/v1/defaults.go. @internal */
export const preparePod: Prepare = (pod, previous) => {
  if (!previous) {
    pod.status = { phase: 'Pending', qosClass: 'BestEffort' };
  }
  if (isObject(pod.spec)) {
    defaultPodSpec(pod.spec);
  }
};

/** Source of the rules: kubernetes/pkg/apis/batch/v1/defaults.go and pkg/registry/batch/job/strategy.go. @internal */
export const prepareJob: Prepare = (job, previous) => {
  const { spec } = job;
  if (!isObject(spec)) {
    return;
  }
  if (!previous) {
    job.status = {};
  }
  spec.parallelism ??= 1;
  spec.completions ??= 1;
  spec.backoffLimit ??= 6;
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  spec.manualSelector ??= false;
  spec.podReplacementPolicy ??= 'TerminatingOrFailed';
  const controllerUid = job.metadata.uid ?? randomUUID();
  const own = {
    'batch.kubernetes.io/controller-uid': controllerUid,
    'batch.kubernetes.io/job-name': job.metadata.name,
    'controller-uid': controllerUid,
    'job-name': job.metadata.name,
  };
  spec.selector ??= {
    matchLabels: { 'batch.kubernetes.io/controller-uid': controllerUid },
  };
  if (isObject(spec.template)) {
    const metadata = isObject(spec.template.metadata)
      ? spec.template.metadata
      : {};
    spec.template.metadata = {
      ...metadata,
      labels: { ...(metadata.labels as JsonObject | undefined), ...own },
    };
    if (isObject(spec.template.spec)) {
      defaultPodSpec(spec.template.spec);
    }
  }
};

/** `stringData` is write-only, and merged into `data`. @internal */
export const prepareSecret: Prepare = secret => {
  secret.type ??= 'Opaque';
  const { stringData } = secret;
  if (isObject(stringData)) {
    const encoded = Object.entries(stringData).map(([key, value]) => [
      key,
      Buffer.from(String(value)).toString('base64'),
    ]);
    secret.data = {
      ...(secret.data as JsonObject | undefined),
      ...Object.fromEntries(encoded),
    };
  }
  delete secret.stringData;
};

function defaultPodSpec(spec: JsonObject): void {
  spec.restartPolicy ??= 'Always';
  spec.terminationGracePeriodSeconds ??= 30;
  spec.dnsPolicy ??= 'ClusterFirst';
  spec.securityContext ??= {};
  spec.schedulerName ??= 'default-scheduler';
  for (const key of ['containers', 'initContainers']) {
    const containers = Array.isArray(spec[key]) ? spec[key] : [];
    for (const container of containers) {
      if (isObject(container)) {
        defaultContainer(container);
      }
    }
  }
}

function defaultContainer(container: JsonObject): void {
  const image = String(container.image ?? '');
  container.imagePullPolicy ??=
    /:latest$/.test(image) || !/:[^/]+$/.test(image)
      ? 'Always'
      : 'IfNotPresent';
  container.resources ??= {};
  container.terminationMessagePath ??= '/dev/termination-log';
  container.terminationMessagePolicy ??= 'File';
}
