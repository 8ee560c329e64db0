import type { KratixKind } from './kratixCrd';
import { conditionsSchema, promiseRefSchema, schema } from './schema';

const { text, integer, list, object, open } = schema;

const resourceRef = object(
  { name: text(), namespace: text(), generation: integer() },
  { required: ['name', 'namespace'] },
);

/** What Kratix keeps beside a resource request (CRDs of Kratix at ae170e22). @internal */
export const requestKinds: readonly KratixKind[] = [
  {
    kind: 'ResourceBinding',
    plural: 'resourcebindings',
    singular: 'resourcebinding',
    isNamespaced: true,
    columns: [
      ['Resource', '.spec.resourceRef.name'],
      ['Promise', '.spec.promiseRef.name'],
      ['Desired', '.spec.version'],
      ['Applied', '.status.lastAppliedVersion'],
    ],
    selectableFields: ['.spec.version'],
    properties: {
      spec: object(
        { version: text(), promiseRef: promiseRefSchema, resourceRef },
        { required: ['version', 'promiseRef', 'resourceRef'] },
      ),
      status: object({
        conditions: conditionsSchema,
        lastAppliedVersion: text(),
        failedVersion: text(),
      }),
    },
    required: ['spec'],
  },
  {
    kind: 'HealthRecord',
    plural: 'healthrecords',
    singular: 'healthrecord',
    isNamespaced: true,
    isPlain: true,
    columns: [
      ['Status', '.data.state'],
      ['Age', '.metadata.creationTimestamp', 'date'],
    ],
    properties: {
      data: object(
        {
          promiseRef: promiseRefSchema,
          resourceRef,
          state: text({
            enum: ['unknown', 'ready', 'unhealthy', 'healthy', 'degraded'],
            default: 'unknown',
          }),
          lastRun: integer(),
          details: { 'x-kubernetes-preserve-unknown-fields': true },
        },
        { required: ['promiseRef', 'state'] },
      ),
    },
  },
  {
    kind: 'DryRun',
    plural: 'dryruns',
    singular: 'dryrun',
    isNamespaced: true,
    properties: {
      spec: object(
        {
          promiseRef: promiseRefSchema,
          resourceRequestRef: object(
            { name: text(), namespace: text() },
            { required: ['name'] },
          ),
          resource: open(),
        },
        { required: ['promiseRef', 'resource', 'resourceRequestRef'] },
      ),
      status: object({
        conditions: conditionsSchema,
        components: list(
          object(
            {
              promise: text(),
              request: text(),
              namespace: text(),
              dryRun: text(),
              phase: text(),
              message: text(),
            },
            { required: ['dryRun', 'phase', 'promise', 'request'] },
          ),
        ),
      }),
    },
  },
];
