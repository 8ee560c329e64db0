import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { addFinalizers, hasFinalizer } from '../status';
import { finalizers } from '../vocabulary/labels';
import { resources } from '../vocabulary/resources';
import { pipelinesOf } from '../workflow/pipelines';
import { removeFinalizer } from '../status';
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
  return addFinalizers(cluster, resources.promises, promise, wanted);
}
