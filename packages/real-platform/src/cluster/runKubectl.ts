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
 * Runs kubectl on manifests given to its standard input, in their order.
 *
 * @internal
 */
export async function runKubectl(
  kubectl: Kubectl,
  words: readonly string[],
  manifests: readonly KubernetesObject[],
): Promise<void> {
  const child = spawn(
    kubectl.program,
    [`--kubeconfig=${kubectl.kubeconfigPath}`, ...words, '--filename=-'],
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
