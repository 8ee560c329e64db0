import type { RequestRef, ResourceRequest } from '../model';
import { kratixLabels } from '../names/keys';

/**
 * Names one request on its platform.
 * @public
 */
export type RequestOnPlatform = Omit<RequestRef, 'platform'>;

/**
 * The compound requests that a request says it is part of. Kratix links nothing by itself; both families
 * of labels are conventions (kratix-domain 9). A request that names itself has no parent.
 * @public
 */
export function findParents(
  request: Pick<ResourceRequest, 'labels' | 'promiseName'> & {
    readonly namespace: string;
    readonly name: string;
  },
): RequestOnPlatform[] {
  const { labels, namespace, name } = request;
  const own = partKey({ promise: request.promiseName, namespace, name });
  const parents = families.flatMap(family => {
    const promise = labels[family.promise];
    const parent = labels[family.name];
    return promise && parent
      ? [
          {
            promise,
            namespace: labels[family.namespace] || namespace,
            name: parent,
          },
        ]
      : [];
  });
  return [
    ...new Map(parents.map(parent => [partKey(parent), parent])).values(),
  ].filter(parent => partKey(parent) !== own);
}

/**
 * Whether a request may say that it is part of another. Cheap, for those who ask it of thousands.
 * @public
 */
export function mayHaveParents({
  labels,
}: Pick<ResourceRequest, 'labels'>): boolean {
  return families.some(({ promise, name }) => labels[promise] && labels[name]);
}

/**
 * Text that names one request on its platform and no other.
 * @public
 */
export function partKey({
  promise,
  namespace,
  name,
}: RequestOnPlatform): string {
  // No Kubernetes name holds a slash.
  return `${promise}/${namespace}/${name}`;
}

const families = [
  {
    promise: kratixLabels.parentPromiseName,
    name: kratixLabels.parentResourceName,
    namespace: kratixLabels.parentResourceNamespace,
  },
  {
    promise: kratixLabels.componentOfPromiseName,
    name: kratixLabels.componentOfResourceName,
    namespace: kratixLabels.componentOfResourceNamespace,
  },
] as const;
