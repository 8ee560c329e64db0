import type { ResourceType } from '../registry/ResourceType';
import { allVerbs } from '../registry/ResourceType';
import { defaultCrd, markCrdDeleted, prepareCrd } from '../crd/establishCrd';
import { validateCrd } from '../crd/validateCrd';
import { builtinColumns } from './builtinColumns';
import { builtinSchema } from './builtinSchema';
import { eventConversion } from './eventConversion';
import { defaultEvent } from './defaultEvent';
import { defaultJob, defaultPod, defaultSecret } from './defaults';
import {
  labelNamespace,
  markNamespaceDeleted,
  prepareJob,
  prepareNamespace,
  preparePod,
} from './prepare';
import { validateJob } from './validateJob';

/** The types that a Kubernetes API server has without any CRD, as far as Kratix's world needs them. @internal */
export function builtinTypes(): ResourceType[] {
  return [...coreTypes(), ...groupTypes(), crdType()];
}

function coreTypes(): ResourceType[] {
  return [
    define('', 'v1', 'namespaces', 'Namespace', {
      shortNames: ['ns'],
      isNamespaced: false,
      verbs: allVerbs.filter(verb => verb !== 'deletecollection'),
      hasStatus: true,
      fieldSelectors: ['status.phase'],
      defaults: labelNamespace,
      prepare: prepareNamespace,
      markDeleted: markNamespaceDeleted,
    }),
    define('', 'v1', 'nodes', 'Node', {
      shortNames: ['no'],
      isNamespaced: false,
      hasStatus: true,
    }),
    define('', 'v1', 'pods', 'Pod', {
      shortNames: ['po'],
      categories: ['all'],
      hasStatus: true,
      fieldSelectors: [
        'status.phase',
        'spec.nodeName',
        'spec.restartPolicy',
        'spec.schedulerName',
        'spec.serviceAccountName',
        'status.podIP',
      ],
      defaults: defaultPod,
      prepare: preparePod,
    }),
    define('', 'v1', 'configmaps', 'ConfigMap', { shortNames: ['cm'] }),
    define('', 'v1', 'secrets', 'Secret', {
      fieldSelectors: ['type'],
      defaults: defaultSecret,
    }),
    define('', 'v1', 'serviceaccounts', 'ServiceAccount', {
      shortNames: ['sa'],
    }),
    define('', 'v1', 'events', 'Event', eventTraits),
  ];
}

function groupTypes(): ResourceType[] {
  return [
    define('events.k8s.io', 'v1', 'events', 'Event', {
      ...eventTraits,
      storageKey: '/events',
      storageVersion: 'v1',
      convert: eventConversion,
    }),
    define('batch', 'v1', 'jobs', 'Job', {
      categories: ['all'],
      hasStatus: true,
      tracksGeneration: true,
      fieldSelectors: ['status.successful'],
      defaults: defaultJob,
      prepare: prepareJob,
      validate: validateJob,
    }),
    define('coordination.k8s.io', 'v1', 'leases', 'Lease', {}),
    define('rbac.authorization.k8s.io', 'v1', 'roles', 'Role', {}),
    define(
      'rbac.authorization.k8s.io',
      'v1',
      'rolebindings',
      'RoleBinding',
      {},
    ),
    define('rbac.authorization.k8s.io', 'v1', 'clusterroles', 'ClusterRole', {
      isNamespaced: false,
    }),
    define(
      'rbac.authorization.k8s.io',
      'v1',
      'clusterrolebindings',
      'ClusterRoleBinding',
      { isNamespaced: false },
    ),
  ];
}

function crdType(): ResourceType {
  return define(
    'apiextensions.k8s.io',
    'v1',
    'customresourcedefinitions',
    'CustomResourceDefinition',
    {
      shortNames: ['crd', 'crds'],
      categories: ['api-extensions'],
      isNamespaced: false,
      hasStatus: true,
      tracksGeneration: true,
      defaults: defaultCrd,
      prepare: prepareCrd,
      markDeleted: markCrdDeleted,
      validate: validateCrd,
    },
  );
}

const eventTraits: Partial<ResourceType> = {
  prepare: defaultEvent,
  shortNames: ['ev'],
  fieldSelectors: [
    'involvedObject.kind',
    'involvedObject.namespace',
    'involvedObject.name',
    'involvedObject.uid',
    'involvedObject.apiVersion',
    'involvedObject.resourceVersion',
    'involvedObject.fieldPath',
    'regarding.kind',
    'regarding.namespace',
    'regarding.name',
    'regarding.uid',
    'reason',
    'reportingComponent',
    'source',
    'type',
  ],
};

function define(
  group: string,
  version: string,
  resource: string,
  kind: string,
  traits: Partial<ResourceType>,
): ResourceType {
  return {
    group,
    version,
    resource,
    kind,
    singular: kind.toLowerCase(),
    listKind: `${kind}List`,
    shortNames: [],
    categories: [],
    isNamespaced: true,
    verbs: allVerbs,
    storageKey: `${group}/${resource}`,
    storageVersion: version,
    schema: builtinSchema(group, version, kind),
    isCustom: false,
    hasStatus: false,
    tracksGeneration: false,
    columns: builtinColumns(group, resource),
    ...traits,
    fieldSelectors: [
      'metadata.name',
      'metadata.namespace',
      ...(traits.fieldSelectors ?? []),
    ],
  };
}
