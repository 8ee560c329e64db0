import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import type { KubernetesObject } from '@kubernetes/client-node';

/**
 * The kubectl of the platform, as an administrator.
 *
 * @internal
 */
export interface Kubectl {
  program: string;
  kubeconfigPath: string;
}

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
  const child = spawn(
    kubectl.program,
    [
      `--kubeconfig=${kubectl.kubeconfigPath}`,
      'apply',
      '--server-side',
      '--force-conflicts',
      '--field-manager=real-platform',
      '--filename=-',
    ],
    { stdio: ['pipe', 'ignore', 'pipe'] },
  );
  const closed = once(child, 'close');
  child.stdin.end(
    JSON.stringify({ apiVersion: 'v1', kind: 'List', items: manifests }),
  );
  const complaint = await text(child.stderr);
  const [exitCode] = await closed;
  if (exitCode !== 0) {
    throw new Error(`The API server refused a manifest: ${complaint.trim()}`);
  }
}
