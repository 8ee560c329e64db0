import type { Cluster, Gvr, KubeObject } from '../apiserver/cluster';

/** Objects that carry all these labels. @internal */
export function findByLabels(
  cluster: Cluster,
  gvr: Gvr,
  options: { namespace?: string; labels: Readonly<Record<string, string>> },
): readonly KubeObject[] {
  return cluster.list(gvr, {
    ...(options.namespace !== undefined && { namespace: options.namespace }),
    labelSelector: Object.entries(options.labels)
      .map(([key, value]) => `${key}=${value}`)
      .join(','),
  });
}
