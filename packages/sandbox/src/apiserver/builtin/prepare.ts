import { randomUUID } from 'node:crypto';
import type { KubeObject } from '../cluster';
import type { JsonObject } from '../json/json';
import { isObject } from '../json/json';

type Prepare = (
  object: KubeObject,
  previous: KubeObject | undefined,
  now: string,
) => void;

/** Source of the rules: kubernetes/pkg/apis/core/v1/defaults.go. @internal */
export function labelNamespace({ metadata }: KubeObject): void {
  if (metadata.name) {
    metadata.labels = {
      ...metadata.labels,
      'kubernetes.io/metadata.name': metadata.name,
    };
  }
}

/** A namespace carries no grace period. Source: pkg/registry/core/namespace/storage/storage.go. @internal */
export function markNamespaceDeleted(namespace: KubeObject, now: string): void {
  namespace.metadata.deletionTimestamp = now;
  namespace.status = {
    ...(isObject(namespace.status) ? namespace.status : {}),
    phase: 'Terminating',
  };
}

/** Source of the rules: kubernetes/pkg/registry/core/namespace/strategy.go. @internal */
export const prepareNamespace: Prepare = (namespace, previous) => {
  labelNamespace(namespace);
  if (previous) {
    namespace.spec = previous.spec;
  } else {
    namespace.spec = { finalizers: ['kubernetes'] };
    namespace.status = { phase: 'Active' };
  }
};

/** Source of the rules: kubernetes/pkg/registry/core/pod/strategy.go. @internal */
export const preparePod: Prepare = (pod, previous) => {
  if (!previous) {
    pod.status = { phase: 'Pending', qosClass: 'BestEffort' };
  }
};

/** Source of the rules: kubernetes/pkg/registry/batch/job/strategy.go. @internal */
export const prepareJob: Prepare = (job, previous) => {
  const { spec } = job;
  if (!isObject(spec)) {
    return;
  }
  if (!previous) {
    job.status = {};
  }
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
    // A Job without labels takes those of its pods.
    job.metadata.labels ??= { ...(metadata.labels as typeof own), ...own };
  }
};
