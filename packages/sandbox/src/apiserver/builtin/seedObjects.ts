import type { NewKubeObject } from '../cluster';
import type { TypeRegistry } from '../registry/TypeRegistry';
import type { ObjectWriter } from '../write/ObjectWriter';

/** What a fresh cluster already holds. @internal */
export function seedObjects(
  writer: ObjectWriter,
  registry: TypeRegistry,
): void {
  for (const object of seeds()) {
    const type = registry.findKind(object.apiVersion, object.kind);
    if (type) {
      writer.create(type, object, {
        fieldManager: 'kube-apiserver',
        dryRun: false,
        fieldValidation: 'Ignore',
        warn: () => {},
      });
    }
  }
}

const rbac = 'rbac.authorization.k8s.io';
const reads = ['get', 'list', 'watch'];
const writes = [
  'create',
  'delete',
  'deletecollection',
  'get',
  'list',
  'patch',
  'update',
  'watch',
];

function seeds(): NewKubeObject[] {
  return [
    ...['default', 'kube-node-lease', 'kube-public', 'kube-system'].map(
      name => ({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }),
    ),
    { apiVersion: 'v1', kind: 'Node', metadata: { name: 'sandbox' } },
    role('cluster-admin', [
      { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      { nonResourceURLs: ['*'], verbs: ['*'] },
    ]),
    role('admin', [everyday(writes), roles(writes)]),
    role('edit', [everyday(writes)]),
    role('view', [everydayWithoutSecrets(reads)]),
    binding('cluster-admin', 'cluster-admin', 'system:masters'),
    ...publicRoles(),
  ];
}

/** What everybody who is known may do. */
function publicRoles(): NewKubeObject[] {
  return [
    role('system:discovery', [
      {
        nonResourceURLs: [
          '/api',
          '/api/*',
          '/apis',
          '/apis/*',
          '/healthz',
          '/livez',
          '/openapi',
          '/openapi/*',
          '/readyz',
          '/version',
          '/version/',
        ],
        verbs: ['get'],
      },
    ]),
    role('system:public-info-viewer', [
      {
        nonResourceURLs: [
          '/healthz',
          '/livez',
          '/readyz',
          '/version',
          '/version/',
        ],
        verbs: ['get'],
      },
    ]),
    role('system:basic-user', [
      {
        apiGroups: ['authorization.k8s.io'],
        resources: ['selfsubjectaccessreviews', 'selfsubjectrulesreviews'],
        verbs: ['create'],
      },
      {
        apiGroups: ['authentication.k8s.io'],
        resources: ['selfsubjectreviews'],
        verbs: ['create'],
      },
    ]),
    binding('system:discovery', 'system:discovery', 'system:authenticated'),
    binding(
      'system:public-info-viewer',
      'system:public-info-viewer',
      'system:authenticated',
    ),
    binding('system:basic-user', 'system:basic-user', 'system:authenticated'),
  ];
}

function everyday(verbs: string[]) {
  return {
    apiGroups: ['', 'batch', 'events.k8s.io', 'coordination.k8s.io'],
    resources: ['*'],
    verbs,
  };
}

function everydayWithoutSecrets(verbs: string[]) {
  return {
    apiGroups: ['', 'batch', 'events.k8s.io'],
    resources: [
      'configmaps',
      'events',
      'jobs',
      'namespaces',
      'pods',
      'pods/log',
      'serviceaccounts',
    ],
    verbs,
  };
}

function roles(verbs: string[]) {
  return { apiGroups: [rbac], resources: ['roles', 'rolebindings'], verbs };
}

function role(name: string, rules: unknown[]): NewKubeObject {
  return {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRole',
    metadata: {
      name,
      labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
    },
    rules,
  };
}

function binding(name: string, roleName: string, group: string): NewKubeObject {
  return {
    apiVersion: `${rbac}/v1`,
    kind: 'ClusterRoleBinding',
    metadata: {
      name,
      labels: { 'kubernetes.io/bootstrapping': 'rbac-defaults' },
    },
    roleRef: { apiGroup: rbac, kind: 'ClusterRole', name: roleName },
    subjects: [{ apiGroup: rbac, kind: 'Group', name: group }],
  };
}
