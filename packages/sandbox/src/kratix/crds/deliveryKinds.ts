import type { Json } from '../json/read';
import type { KratixKind } from './kratixCrd';
import { conditionsSchema, schema } from './schema';

const { text, integer, flag, time, map, list, object } = schema;

const workloads = list(object({ filepath: text(), content: text() }));
const secretRef = object(
  { name: text(), namespace: text() },
  { 'x-kubernetes-map-type': 'atomic' },
);
const stateStoreStatus = object(
  {
    status: text(),
    observedGeneration: integer(),
    conditions: conditionsSchema,
  },
  { required: ['status'] },
);
const readyMessage = '.status.conditions[?(@.type=="Ready")].message';
const readyStatus = '.status.conditions[?(@.type=="Ready")].status';

const workSpec: Json = object({
  lastExecutionTimestamp: time(),
  promiseName: text(),
  resourceName: text(),
  workloadGroups: list(
    object({
      workloads,
      directory: text(),
      id: text(),
      destinationSelectors: list(
        object({ matchLabels: map(), source: text() }),
      ),
    }),
  ),
});

/** Where output goes (CRDs of Kratix at ae170e22). @internal */
export const deliveryKinds: readonly KratixKind[] = [
  {
    kind: 'Work',
    plural: 'works',
    singular: 'work',
    isNamespaced: true,
    columns: [['STATUS', readyMessage]],
    properties: {
      spec: workSpec,
      status: object({
        conditions: conditionsSchema,
        workPlacements: integer(),
        workPlacementsCreated: integer(),
      }),
    },
  },
  {
    kind: 'WorkPlacement',
    plural: 'workplacements',
    singular: 'workplacement',
    shortNames: ['wp', 'wps'],
    isNamespaced: true,
    columns: [
      ['DESTINATION', '.spec.targetDestinationName'],
      ['STATUS', readyMessage],
    ],
    properties: {
      spec: object({
        targetDestinationName: text(),
        workloads,
        promiseName: text(),
        resourceName: text(),
        id: text(),
        generation: integer(),
      }),
      status: object({ conditions: conditionsSchema, versionID: text() }),
    },
  },
  {
    kind: 'Destination',
    plural: 'destinations',
    singular: 'destination',
    shortNames: ['dest', 'dests'],
    isNamespaced: false,
    columns: [
      ['StateStoreKind', '.spec.stateStoreRef.kind'],
      ['StateStoreName', '.spec.stateStoreRef.name'],
      ['Ready', readyStatus],
    ],
    properties: {
      spec: object(
        {
          path: text(),
          stateStoreRef: object(
            {
              kind: text({ enum: ['BucketStateStore', 'GitStateStore'] }),
              name: text(),
            },
            { required: ['kind', 'name'] },
          ),
          strictMatchLabels: flag(),
          filepath: object(
            {
              mode: text({
                enum: ['nestedByMetadata', 'aggregatedYAML', 'none'],
                'x-kubernetes-validations': [
                  {
                    rule: 'self == oldSelf',
                    message: 'filepath.mode is immutable',
                  },
                ],
              }),
              filename: text(),
            },
            { default: { mode: 'nestedByMetadata' } },
          ),
          cleanup: text({ enum: ['all', 'none'], default: 'none' }),
          initWorkloads: object(
            { enabled: flag({ default: true }) },
            { default: {} },
          ),
        },
        { required: ['path'] },
      ),
      status: object({ conditions: conditionsSchema }),
    },
  },
  {
    kind: 'GitStateStore',
    plural: 'gitstatestores',
    singular: 'gitstatestore',
    isNamespaced: false,
    columns: [
      ['URL', '.spec.url'],
      ['Branch', '.spec.branch'],
      ['Ready', readyStatus],
    ],
    properties: {
      spec: object({
        url: text(),
        branch: text({ default: 'main' }),
        path: text(),
        authMethod: text({
          enum: ['basicAuth', 'ssh', 'githubApp'],
          default: 'basicAuth',
        }),
        secretRef,
        gitAuthor: object(
          { name: text(), email: text() },
          { default: { name: 'kratix' } },
        ),
      }),
      status: stateStoreStatus,
    },
  },
  {
    kind: 'BucketStateStore',
    plural: 'bucketstatestores',
    singular: 'bucketstatestore',
    isNamespaced: false,
    columns: [
      ['Name', '.spec.bucketName'],
      ['Endpoint', '.spec.endpoint'],
      ['Ready', readyStatus],
    ],
    properties: {
      spec: object(
        {
          bucketName: text(),
          endpoint: text(),
          path: text(),
          insecure: flag(),
          useDualStack: flag(),
          authMethod: text({
            enum: ['accessKey', 'IAM'],
            default: 'accessKey',
          }),
          secretRef,
        },
        { required: ['bucketName', 'endpoint'] },
      ),
      status: stateStoreStatus,
    },
  },
];
