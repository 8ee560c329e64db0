const kratix = '/apis/platform.kratix.io/v1alpha1';

/** Where each kind lies that a scenario reads or writes. @internal */
export const resourcePaths = {
  Promise: `${kratix}/promises`,
  PromiseRevision: `${kratix}/promiserevisions`,
  Destination: `${kratix}/destinations`,
  BucketStateStore: `${kratix}/bucketstatestores`,
  ResourceBinding: `${kratix}/namespaces/{namespace}/resourcebindings`,
  Work: `${kratix}/namespaces/{namespace}/works`,
  WorkPlacement: `${kratix}/namespaces/{namespace}/workplacements`,
  HealthRecord: `${kratix}/namespaces/{namespace}/healthrecords`,
  DryRun: `${kratix}/namespaces/{namespace}/dryruns`,
  Job: '/apis/batch/v1/namespaces/{namespace}/jobs',
  Pod: '/api/v1/namespaces/{namespace}/pods',
  Event: '/api/v1/namespaces/{namespace}/events',
  Secret: '/api/v1/namespaces/{namespace}/secrets',
  Namespace: '/api/v1/namespaces',
  CustomResourceDefinition:
    '/apis/apiextensions.k8s.io/v1/customresourcedefinitions',
} as const;

/** @internal */
export type KnownKind = keyof typeof resourcePaths;

/** @internal */
export function pathOf(kind: KnownKind, namespace = 'default'): string {
  return resourcePaths[kind].replace('{namespace}', namespace);
}
