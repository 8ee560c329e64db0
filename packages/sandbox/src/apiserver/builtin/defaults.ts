import type { KubeObject } from '../cluster';
import type { JsonObject } from '../json/json';
import { isObject } from '../json/json';

/** Source of the rules: kubernetes/pkg/apis/core/v1/defaults.go. @internal */
export function defaultPod(pod: KubeObject): void {
  if (isObject(pod.spec)) {
    defaultPodSpec(pod.spec);
  }
}

/** Source of the rules: kubernetes/pkg/apis/batch/v1/defaults.go. @internal */
export function defaultJob(job: KubeObject): void {
  const { spec } = job;
  if (!isObject(spec)) {
    return;
  }
  spec.parallelism ??= 1;
  spec.completions ??= 1;
  spec.backoffLimit ??= 6;
  spec.completionMode ??= 'NonIndexed';
  spec.suspend ??= false;
  spec.manualSelector ??= false;
  spec.podReplacementPolicy ??= 'TerminatingOrFailed';
  if (isObject(spec.template) && isObject(spec.template.spec)) {
    defaultPodSpec(spec.template.spec);
  }
}

/** `stringData` is write-only, and merged into `data`. @internal */
export function defaultSecret(secret: KubeObject): void {
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
}

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
