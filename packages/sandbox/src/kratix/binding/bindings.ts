import type { KubeObject } from '../../apiserver/cluster';
import type { KratixContext } from '../context';
import { findByLabels } from '../find';
import { at, textOf } from '../json/read';
import { changeObject } from '../status';
import { deterministicName } from '../text/names';
import { labels, latestVersion } from '../vocabulary/labels';
import { platformApiVersion, resources } from '../vocabulary/resources';

/** The binding of a request, found by labels as Kratix does. Two are an error of the author. @internal */
export function findBinding(
  { cluster }: Pick<KratixContext, 'cluster'>,
  request: KubeObject,
  promise: string,
): KubeObject | undefined {
  const found = findByLabels(cluster, resources.resourceBindings, {
    namespace: request.metadata.namespace,
    labels: {
      [labels.promiseName]: promise,
      [labels.resourceName]: request.metadata.name,
    },
  });
  if (found.length > 1) {
    throw new Error(
      `expected exactly one ResourceBinding for resource ${request.metadata.name}, found ${found.length}`,
    );
  }
  return found[0];
}

/** The version that a binding asks for: `latest` or one version. @internal */
export function boundVersion(binding: KubeObject | undefined): string {
  return textOf(at(binding?.spec, 'version')) || latestVersion;
}

/** Creates the binding, or brings its labels and references up to date (`updateResourceBinding`). @internal */
export function ensureBinding(
  context: KratixContext,
  request: KubeObject,
  promise: string,
): KubeObject {
  const { name, namespace } = request.metadata;
  const spec = {
    promiseRef: { name: promise },
    resourceRef: { name, namespace },
  };
  const existing = findBinding(context, request, promise);
  if (existing) {
    return changeObject(
      context.cluster,
      resources.resourceBindings,
      existing,
      draft => {
        draft.metadata.labels = bindingLabels(request, promise, draft);
        draft.spec = { version: boundVersion(draft), ...spec };
      },
    );
  }
  const version =
    textOf(at(request.status, 'resourceBindingVersion')) || latestVersion;
  const created = context.cluster.create(resources.resourceBindings, {
    apiVersion: platformApiVersion,
    kind: 'ResourceBinding',
    metadata: {
      name: deterministicName(`${name}-${promise}`),
      namespace,
      labels: bindingLabels(request, promise),
    },
    spec: { version, ...spec },
  });
  context.events.record(request, {
    controller: 'ResourceRequestController',
    type: 'Normal',
    reason: 'BindingCreated',
    note: `Binding ${created.metadata.name} created for promise ${promise} version ${version}`,
  });
  return created;
}

function bindingLabels(
  request: KubeObject,
  promise: string,
  binding?: KubeObject,
): Record<string, string> {
  const {
    [labels.manualReconciliation]: manual,
    [labels.runFromStart]: restart,
    ...copied
  } = request.metadata.labels ?? {};
  return {
    ...copied,
    [labels.promiseName]: promise,
    [labels.resourceName]: request.metadata.name,
    ...(binding?.metadata.labels?.[labels.manualReconciliation] === 'true' && {
      [labels.manualReconciliation]: 'true',
    }),
  };
}
