import type { Cluster, Gvr } from '../../apiserver/cluster';
import { at, recordsOf, textOf } from '../json/read';
import { resources } from '../vocabulary/resources';

/** Where objects of a kind are served. @internal */
export interface ResolvedType {
  gvr: Gvr;
  isNamespaced: boolean;
}

// Built-in kinds that a platform's manifests use.
const builtIn: Readonly<
  Record<string, readonly [resource: string, isNamespaced: boolean]>
> = {
  'v1/Namespace': ['namespaces', false],
  'v1/ConfigMap': ['configmaps', true],
  'v1/Secret': ['secrets', true],
  'v1/ServiceAccount': ['serviceaccounts', true],
  'v1/Service': ['services', true],
  'apps/v1/Deployment': ['deployments', true],
  'apiextensions.k8s.io/v1/CustomResourceDefinition': [
    'customresourcedefinitions',
    false,
  ],
};

/** Undefined while nothing serves the kind. @internal */
export function resolveType(
  cluster: Cluster,
  apiVersion: string,
  kind: string,
): ResolvedType | undefined {
  const [version = '', group = ''] = apiVersion.split('/').reverse();
  const known = builtIn[`${apiVersion}/${kind}`];
  if (known) {
    const gvr = { group, version, resource: known[0] };
    return cluster.serves(gvr) ? { gvr, isNamespaced: known[1] } : undefined;
  }
  const crd = cluster
    .list(resources.crds)
    .find(
      ({ spec }) =>
        at(spec, 'group') === group &&
        at(spec, 'names', 'kind') === kind &&
        recordsOf(at(spec, 'versions')).some(({ name }) => name === version),
    );
  const resource = textOf(at(crd?.spec, 'names', 'plural'));
  if (!crd || !resource) {
    return undefined;
  }
  const gvr = { group, version, resource };
  return cluster.serves(gvr)
    ? { gvr, isNamespaced: at(crd.spec, 'scope') === 'Namespaced' }
    : undefined;
}
