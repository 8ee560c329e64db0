import { condition, readyStatus } from './benchStatus.mjs';

const PLATFORM = 'platform.kratix.io/v1alpha1';
const API = { group: 'bench.kratix.example', version: 'v1', kind: 'Bench' };
const LONG_AGO = '2026-01-01T00:00:00Z';

export const PROMISE = 'benches';
export const NAMESPACE = 'default';
export const COLLECTION = `/apis/${API.group}/${API.version}/namespaces/${NAMESPACE}/${PROMISE}`;

/** What SKE calls the entity of a request. */
export const toSkeName = request => `${request}-${API.kind.toLowerCase()}`;

export function buildCrd() {
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${PROMISE}.${API.group}` },
    spec: {
      group: API.group,
      names: { kind: API.kind, singular: 'bench', plural: PROMISE },
      scope: 'Namespaced',
      versions: [
        {
          name: API.version,
          served: true,
          storage: true,
          subresources: { status: {} },
          schema: { openAPIV3Schema: schema },
        },
      ],
    },
  };
}

/** A Promise that is available, with the revision that Kratix keeps of it. */
export function buildPromise() {
  const spec = {
    api: buildCrd(),
    workflows: { resource: { configure: [pipeline] } },
  };
  return [
    {
      apiVersion: PLATFORM,
      kind: 'Promise',
      metadata: {
        name: PROMISE,
        labels: { 'kratix.io/promise-version': 'v1.0.0' },
      },
      spec,
      status: {
        status: 'Available',
        apiVersion: `${API.group}/${API.version}`,
        kind: API.kind,
        version: 'v1.0.0',
        observedGeneration: 1,
        conditions: [condition('Available', 'True', 'Available')],
      },
    },
    {
      apiVersion: PLATFORM,
      kind: 'PromiseRevision',
      metadata: {
        name: `${PROMISE}-v1.0.0`,
        labels: {
          'kratix.io/promise-name': PROMISE,
          'kratix.io/latest-revision': 'true',
        },
      },
      spec: {
        promiseRef: { name: PROMISE },
        promiseSpec: spec,
        version: 'v1.0.0',
      },
    },
  ];
}

/** What somebody orders. */
export function buildOrder(name) {
  return {
    apiVersion: `${API.group}/${API.version}`,
    kind: API.kind,
    metadata: { name, namespace: NAMESPACE },
    spec: { size: 'small', replicas: 3, region: 'north' },
  };
}

/** A request that Kratix is done with, and its binding. */
export function buildSettled(name) {
  const order = buildOrder(name);
  return [
    {
      ...order,
      metadata: {
        ...order.metadata,
        labels: { 'kratix.io/promise-name': PROMISE },
        finalizers: finalizers.map(finalizer => `kratix.io/${finalizer}`),
        managedFields,
      },
      status: readyStatus(LONG_AGO),
    },
    {
      apiVersion: PLATFORM,
      kind: 'ResourceBinding',
      metadata: {
        name: `${name}-${PROMISE}`,
        namespace: NAMESPACE,
        labels: {
          'kratix.io/promise-name': PROMISE,
          'kratix.io/resource-name': name,
        },
        managedFields,
      },
      spec: {
        version: 'latest',
        promiseRef: { name: PROMISE },
        resourceRef: { name, namespace: NAMESPACE },
      },
      status: { lastAppliedVersion: 'v1.0.0' },
    },
  ];
}

const schema = {
  type: 'object',
  properties: {
    spec: {
      type: 'object',
      properties: {
        size: { type: 'string', enum: ['small', 'large'] },
        replicas: { type: 'integer' },
        region: { type: 'string' },
      },
    },
    status: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
  },
};

const pipeline = {
  apiVersion: PLATFORM,
  kind: 'Pipeline',
  metadata: { name: 'configure' },
  spec: { containers: [{ name: 'render', image: 'bench.example/render:1' }] },
};

const finalizers = [
  'work-cleanup',
  'workflows-cleanup',
  'delete-workflows',
  'resource-binding-cleanup',
];

// As heavy as what a real API server sends along with each object.
const managedFields = ['manager', 'kubectl'].map(manager => ({
  manager,
  operation: 'Update',
  apiVersion: `${API.group}/${API.version}`,
  time: LONG_AGO,
  fieldsType: 'FieldsV1',
  fieldsV1: {
    'f:metadata': {
      'f:finalizers': Object.fromEntries(
        finalizers.map(finalizer => [`v:"kratix.io/${finalizer}"`, {}]),
      ),
      'f:labels': { 'f:kratix.io/promise-name': {} },
    },
    'f:spec': { 'f:size': {}, 'f:replicas': {}, 'f:region': {} },
    'f:status': { 'f:conditions': {}, 'f:message': {}, 'f:workflows': {} },
  },
}));
