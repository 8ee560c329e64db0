import { findParents } from '../compound';
import type { RequestManager } from '../contracts';
import type { ResourceRequest } from '../model';

/**
 * How GitOps agents mark what they keep: Flux (kustomize- and helm-controller) by labels, Argo CD by an
 * annotation or, in its older way, a label (argo-cd docs/user-guide/resource_tracking.md).
 */
const marks: readonly {
  readonly key: string;
  readonly agent: string;
}[] = [
  { key: 'kustomize.toolkit.fluxcd.io/name', agent: 'Flux' },
  { key: 'helm.toolkit.fluxcd.io/name', agent: 'Flux' },
  { key: 'argocd.argoproj.io/tracking-id', agent: 'Argo CD' },
  { key: 'argocd.argoproj.io/instance', agent: 'Argo CD' },
];

/**
 * Who keeps a request as it is: the compound request that it came from, or a repository. What the portal
 * changes of it, or removes, would be put back (kratix-domain 9).
 * @public
 */
export function findManager(
  request: Parameters<typeof findParents>[0] &
    Pick<ResourceRequest, 'annotations'>,
): RequestManager | undefined {
  const [parent] = findParents(request);
  if (parent) {
    return {
      type: 'compound',
      namespace: parent.namespace,
      name: parent.name,
      promise: parent.promise,
    };
  }
  const mark = marks.find(
    ({ key }) =>
      request.labels[key] !== undefined ||
      request.annotations[key] !== undefined,
  );
  return mark && { type: 'git', name: mark.agent };
}
