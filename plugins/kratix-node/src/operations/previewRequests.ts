import {
  authorAnnotations,
  portalLabels,
  wordingOf,
  type Wording,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubernetesRequest } from '../cluster/KubernetesConnection';
import { resourcePath } from '../cluster/resourcePath';
import type { PreviewHandle } from '../service/RequestOperations';

type Asked = Omit<KubernetesRequest, 'timeoutMs'>;

/**
 * How a DryRun is made: what to ask for, and the live request to compare it with (kratix-domain 5).
 * @internal
 */
export function creation(
  { promise, namespace, name, preview }: PreviewHandle,
  asked: { readonly spec: unknown; readonly requestedBy: string | undefined },
): Asked {
  const { spec, requestedBy } = asked;
  return {
    method: 'POST',
    path: pathOf(namespace),
    body: {
      contentType: 'application/json',
      json: {
        apiVersion: 'platform.kratix.io/v1alpha1',
        kind: 'DryRun',
        metadata: {
          name: preview,
          namespace,
          labels: { [portalLabels.preview]: 'true' },
          ...(requestedBy && {
            annotations: { [authorAnnotations.requestedBy]: requestedBy },
          }),
        },
        spec: {
          promiseRef: { name: promise },
          resourceRequestRef: { name, namespace },
          resource: spec,
        },
      },
    },
  };
}

/**
 * How it is removed: DELETE with a UID precondition, so that only the object that is meant goes.
 * @internal
 */
export function deletion(
  { namespace, preview }: Pick<PreviewHandle, 'namespace' | 'preview'>,
  uid: string,
): Asked {
  return {
    method: 'DELETE',
    path: pathOf(namespace, preview),
    query: { propagationPolicy: 'Background' },
    body: {
      contentType: 'application/json',
      json: {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        preconditions: { uid },
      },
    },
  };
}

/** @internal */
export function pathOf(namespace: string, name?: string): string {
  return resourcePath({
    group: 'platform.kratix.io',
    version: 'v1alpha1',
    plural: 'dryruns',
    namespace,
    name,
  });
}

/** @internal */
export function subjectOf(handle: PreviewHandle): Wording {
  const { preview, namespace, name } = handle;
  return wordingOf('refusal.preview', {
    preview,
    request: `${namespace}/${name}`,
  });
}
