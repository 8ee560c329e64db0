import type { V1Pod } from '@kubernetes/client-node';

/**
 * The value of a downward API path (core/v1 `ObjectFieldSelector`), or undefined
 * for a path that is not one.
 *
 * @internal
 */
export function readPodField(pod: V1Pod, path: string): string | undefined {
  const keyed = /^metadata\.(labels|annotations)\['(.*)'\]$/.exec(path);
  if (keyed?.[1] === 'labels') {
    return pod.metadata?.labels?.[keyed[2] ?? ''] ?? '';
  }
  if (keyed?.[1] === 'annotations') {
    return pod.metadata?.annotations?.[keyed[2] ?? ''] ?? '';
  }
  const values: Record<string, string | undefined> = {
    'metadata.name': pod.metadata?.name,
    'metadata.namespace': pod.metadata?.namespace,
    'metadata.uid': pod.metadata?.uid,
    'metadata.labels': formatMap(pod.metadata?.labels),
    'metadata.annotations': formatMap(pod.metadata?.annotations),
    'spec.nodeName': pod.spec?.nodeName,
    'spec.serviceAccountName': pod.spec?.serviceAccountName,
    'status.hostIP': '127.0.0.1',
    'status.podIP': '127.0.0.1',
    'status.podIPs': '127.0.0.1',
  };
  return values[path];
}

function formatMap(map: Record<string, string> | undefined): string {
  return Object.entries(map ?? {})
    .map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    .sort()
    .join('\n');
}
