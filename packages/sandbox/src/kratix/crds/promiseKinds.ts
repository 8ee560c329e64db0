import type { KratixKind } from './kratixCrd';
import {
  conditionsSchema,
  pipelinesSchema,
  promiseRefSchema,
  schema,
} from './schema';

const { text, integer, flag, time, map, list, object, open } = schema;

const pipelines = list(open());

const promiseSpec = object({
  api: open({ 'x-kubernetes-embedded-resource': true }),
  dependencies: list(open()),
  destinationSelectors: list(object({ matchLabels: map() })),
  requiredPromises: list(
    object({ name: text(), version: text() }, { required: ['name'] }),
  ),
  workflows: object({
    config: object({
      pipelineNamespace: text(),
      reconciliationInterval: text(),
    }),
    promise: object({ configure: pipelines, delete: pipelines }),
    resource: object({ configure: pipelines, delete: pipelines }),
  }),
});

const summary = object({ name: text(), version: text() });

const promiseStatus = object(
  {
    apiVersion: text(),
    conditions: conditionsSchema,
    kind: text(),
    kratix: object({
      apiVersion: text(),
      kind: text(),
      lastAvailableTime: time(),
      status: text(),
      version: text(),
      workflows: object({
        pipelines: pipelinesSchema,
        suspendedGeneration: integer(),
      }),
    }),
    lastAvailableTime: time(),
    message: text(),
    observedGeneration: integer(),
    requiredBy: list(object({ promise: summary, requiredVersion: text() })),
    requiredPromises: list(
      object({ name: text(), state: text(), version: text() }),
    ),
    status: text(),
    version: text(),
    workflows: integer(),
    workflowsFailed: integer(),
    workflowsSucceeded: integer(),
  },
  { required: ['workflows', 'workflowsFailed', 'workflowsSucceeded'] },
);

/** Promises and what versions them (CRDs of Kratix at ae170e22). @internal */
export const promiseKinds: readonly KratixKind[] = [
  {
    kind: 'Promise',
    plural: 'promises',
    singular: 'promise',
    isNamespaced: false,
    columns: [
      ['Status', '.status.status'],
      ['Kind', '.status.kind'],
      ['API Version', '.status.apiVersion'],
      ['Version', '.status.version'],
      ['Message', '.status.message'],
    ],
    properties: { spec: promiseSpec, status: promiseStatus },
  },
  {
    kind: 'PromiseRelease',
    plural: 'promisereleases',
    singular: 'promiserelease',
    isNamespaced: false,
    columns: [
      ['Status', '.status.status'],
      ['Version', '.spec.version'],
    ],
    properties: {
      spec: object(
        {
          version: text(),
          sourceRef: object(
            {
              type: text({ enum: ['http'] }),
              url: text(),
              secretRef: object({ name: text(), namespace: text() }),
            },
            { required: ['type'] },
          ),
        },
        { required: ['sourceRef'] },
      ),
      status: object({ status: text(), conditions: conditionsSchema }),
    },
  },
  {
    kind: 'PromiseRevision',
    plural: 'promiserevisions',
    singular: 'promiserevision',
    isNamespaced: false,
    columns: [
      ['Promise', '.spec.promiseRef.name'],
      ['Version', '.spec.version'],
      ['Latest', '.status.latest', 'boolean'],
    ],
    properties: {
      spec: object(
        {
          promiseRef: promiseRefSchema,
          promiseSpec,
          version: text(),
        },
        { required: ['promiseRef', 'promiseSpec', 'version'] },
      ),
      status: object({ latest: flag(), conditions: conditionsSchema }),
    },
    required: ['spec'],
  },
];
