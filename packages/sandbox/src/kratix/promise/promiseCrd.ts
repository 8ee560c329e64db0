import type { KubeObject, NewKubeObject } from '../../apiserver/cluster';
import type { Json } from '../json/read';
import { at, listOf, recordOf, recordsOf, textsOf } from '../json/read';
import { labels } from '../vocabulary/labels';
import { rawApi } from './promiseApi';

/**
 * The CRD that Kratix makes of `spec.api` (internal/controller/promise_controller.go `generateCRDAndGVK`).
 * Undefined for a Promise without API.
 * @internal
 */
export function buildPromiseCrd(
  promise: KubeObject,
): NewKubeObject | undefined {
  const api = rawApi(promise);
  if (!api) {
    return undefined;
  }
  const spec = recordOf(api.spec);
  const versions = recordsOf(spec.versions);
  const storage = Math.max(
    0,
    versions.findIndex(version => version.storage === true),
  );
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: {
      name: String(at(api, 'metadata', 'name') ?? ''),
      labels: {
        ...textsOf(at(api, 'metadata', 'labels')),
        [labels.promiseName]: promise.metadata.name,
      },
      ...(at(api, 'metadata', 'annotations') !== undefined && {
        annotations: textsOf(at(api, 'metadata', 'annotations')),
      }),
    },
    spec: {
      ...spec,
      versions: versions.map((version, index) =>
        changeVersion(version, index === storage),
      ),
    },
  };
}

function changeVersion(version: Json, isStorage: boolean): Json {
  const schema = recordOf(at(version, 'schema', 'openAPIV3Schema'));
  const properties = recordOf(schema.properties);
  return {
    ...withoutExtensions(version),
    subresources: { status: {} },
    ...(listOf(version.additionalPrinterColumns).length === 0 && {
      additionalPrinterColumns: defaultColumns,
    }),
    schema: {
      openAPIV3Schema: withoutExtensions({
        ...schema,
        properties: {
          ...properties,
          ...(isStorage && { metadata: limitName(properties.metadata) }),
          status: statusSchema,
        },
      }),
    },
  };
}

/**
 * Kratix decodes the schema into Go's types, which know no author's extensions: those never reach the CRD.
 */
function withoutExtensions(value: Json): Json {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !key.startsWith('x-kratix'))
      .map(([key, field]) => [key, strip(field)]),
  );
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(strip);
  }
  return typeof value === 'object' && value !== null
    ? withoutExtensions(value as Json)
    : value;
}

function limitName(metadata: unknown): Json {
  const schema = recordOf(metadata);
  const properties = recordOf(schema.properties);
  return {
    type: 'object',
    ...schema,
    properties: {
      ...properties,
      name: { type: 'string', ...recordOf(properties.name), maxLength: 63 },
    },
  };
}

const text: Json = { type: 'string' };
const count: Json = { type: 'integer', format: 'int64' };
const time: Json = { type: 'string', format: 'datetime' };
const list = (properties: Json): Json => ({
  type: 'array',
  items: { type: 'object', properties },
});

const defaultColumns: readonly Json[] = [
  { name: 'message', type: 'string', jsonPath: '.status.message' },
  {
    name: 'status',
    type: 'string',
    jsonPath: '.status.conditions[?(@.type=="Reconciled")].message',
  },
];

/** Kratix's `setStatusFieldsOnCRD`: custom keys survive at the top only. */
const statusSchema: Json = {
  type: 'object',
  'x-kubernetes-preserve-unknown-fields': true,
  properties: {
    message: text,
    observedGeneration: count,
    workflows: count,
    workflowsSucceeded: count,
    workflowsFailed: count,
    conditions: list({
      lastTransitionTime: time,
      message: text,
      reason: text,
      status: text,
      type: text,
    }),
    kratix: {
      type: 'object',
      properties: {
        workflows: {
          type: 'object',
          properties: {
            lastSuccessfulConfigureWorkflowTime: text,
            pipelines: list({
              name: text,
              phase: text,
              message: text,
              nextRetryAt: text,
              attempts: count,
              lastTransitionTime: time,
            }),
            suspendedGeneration: count,
          },
        },
      },
    },
  },
};
