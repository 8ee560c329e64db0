import type { KubernetesObject } from '@kubernetes/client-node';
import { runKubectl, type Kubectl } from './runKubectl';

/**
 * Puts objects on the API server by server-side apply, in their order. kubectl
 * does it and not the client library, because that one (1.4, `ObjectSerializer`)
 * drops every `x-kubernetes-…` key of a schema, and Kratix's kinds live by them.
 *
 * @internal
 */
export async function applyManifests(
  kubectl: Kubectl,
  manifests: readonly KubernetesObject[],
): Promise<void> {
  await runKubectl(
    kubectl,
    [
      ...['apply', '--server-side', '--force-conflicts'],
      '--field-manager=real-platform',
    ],
    manifests,
  );
}
