import type { Cluster, KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { ensureRecord } from '../json/read';
import {
  addFinalizers,
  changeObject,
  hasFinalizer,
  removeFinalizer,
} from '../status';
import { finalizers } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { pipelinesOf } from '../workflow/pipelines';
import { rawApi } from './promiseApi';

/** The finalizers that a Promise needs for what it has (`promiseFinalizers`). @internal */
export function promiseFinalizers(promise: KubeObject): readonly string[] {
  const hasDelete = pipelinesOf(promise.spec, 'promise', 'delete').length > 0;
  return [
    ...(rawApi(promise)
      ? [
          finalizers.resourceRequests,
          finalizers.dynamicController,
          finalizers.crd,
        ]
      : []),
    finalizers.dependencies,
    finalizers.workflows,
    ...(hasDelete ? [finalizers.deleteWorkflows] : []),
    finalizers.revisions,
  ];
}

/** Adds what is missing, and takes delete-workflows away once there is nothing to run. @internal */
export function keepPromiseFinalizers(
  { cluster }: KratixContext,
  promise: KubeObject,
): KubeObject {
  const wanted = promiseFinalizers(promise);
  if (
    hasFinalizer(promise, finalizers.deleteWorkflows) &&
    !wanted.includes(finalizers.deleteWorkflows)
  ) {
    removeFinalizer(
      cluster,
      resources.promises,
      promise,
      finalizers.deleteWorkflows,
    );
  }
  if (wanted.every(each => hasFinalizer(promise, each))) {
    return promise;
  }
  writeDefaults(cluster, promise);
  return addFinalizers(cluster, resources.promises, promise, wanted);
}

/**
 * Kratix writes a Promise back as its Go types have it, where a workflow that is not there is an empty one
 * (api/v1alpha1/promise_types.go `Workflows`). That makes a new Promise's second generation.
 */
function writeDefaults(cluster: Cluster, promise: KubeObject): void {
  changeObject(cluster, resources.promises, promise, draft => {
    const workflows = ensureRecord(ensureRecord(draft, 'spec'), 'workflows');
    workflows.config ??= {};
    workflows.promise ??= {};
    workflows.resource ??= {};
  });
}
