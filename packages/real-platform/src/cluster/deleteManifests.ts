import type { KubernetesObject } from '@kubernetes/client-node';
import { runKubectl, type Kubectl } from './runKubectl';

/**
 * Asks the API server to delete objects, and waits for none: their finalizers
 * may take their time.
 *
 * @internal
 */
export async function deleteManifests(
  kubectl: Kubectl,
  manifests: readonly KubernetesObject[],
): Promise<void> {
  await runKubectl(
    kubectl,
    ['delete', '--ignore-not-found', '--wait=false'],
    manifests,
  );
}
