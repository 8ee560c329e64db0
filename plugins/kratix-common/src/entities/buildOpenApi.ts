import { stringify } from 'yaml';
import type { JsonObject } from '@backstage/types';
import type { PromiseApi } from '../model';
import { toOpenApiSchema } from './toOpenApiSchema';

/**
 * The Kubernetes API of a Promise's kind as an OpenAPI 3.0 document that people can read: list, order,
 * read, change, remove, with every field that its author described.
 * @internal
 */
export function buildOpenApi(
  promise: string,
  api: PromiseApi,
  title: string,
): string {
  return stringify(
    {
      openapi: '3.0.3',
      info: {
        title,
        version: api.version,
        description: `Requests of kind ${api.kind}, offered by the Promise ${promise}. This is a Kubernetes API: it is reached with the credentials of the platform cluster.`,
      },
      paths: buildPaths(api),
      components: { schemas: buildSchemas(api) },
    },
    { aliasDuplicateObjects: false, lineWidth: 0 },
  );
}

function buildPaths(api: PromiseApi): JsonObject {
  const { kind } = api;
  const all = `/apis/${api.group}/${api.version}/namespaces/{namespace}/${api.plural}`;
  return {
    [all]: {
      parameters: [pathParameter('namespace', 'Kubernetes namespace')],
      get: operation(`list${kind}`, `List requests of kind ${kind}`, {
        200: answer('The requests', `${kind}List`),
      }),
      post: {
        ...operation(`create${kind}`, `Order a ${kind}`, {
          201: answer('The request, accepted', kind),
          ...refusals(['403', '409', '422']),
        }),
        requestBody: body(kind, 'application/json'),
      },
    },
    [`${all}/{name}`]: {
      parameters: [
        pathParameter('namespace', 'Kubernetes namespace'),
        pathParameter('name', `Name of the ${kind}`),
      ],
      get: operation(`read${kind}`, `Read one ${kind}`, {
        200: answer('The request', kind),
        ...refusals(['403', '404']),
      }),
      patch: {
        ...operation(`patch${kind}`, `Change one ${kind}, or order it`, {
          200: answer('The request, changed', kind),
          ...refusals(['403', '409', '422']),
        }),
        requestBody: body(kind, 'application/apply-patch+yaml'),
      },
      delete: operation(
        `delete${kind}`,
        `Remove one ${kind} and everything that came with it`,
        {
          200: { description: 'The removal has begun' },
          ...refusals(['403', '404']),
        },
      ),
    },
  };
}

function buildSchemas(api: PromiseApi): JsonObject {
  const { kind } = api;
  const converted = toOpenApiSchema(api.schema);
  const properties =
    typeof converted.properties === 'object' ? converted.properties : {};
  return {
    [kind]: {
      ...converted,
      type: 'object',
      required: ['apiVersion', 'kind', 'metadata'],
      properties: {
        ...properties,
        apiVersion: {
          type: 'string',
          enum: [`${api.group}/${api.version}`],
          description: 'Version of this API',
        },
        kind: { type: 'string', enum: [kind], description: 'Kind of object' },
        metadata: metadataSchema,
      },
    },
    [`${kind}List`]: {
      type: 'object',
      required: ['items'],
      properties: {
        items: {
          type: 'array',
          description: 'The requests',
          items: { $ref: `#/components/schemas/${kind}` },
        },
      },
    },
  };
}

const metadataSchema: JsonObject = {
  type: 'object',
  description: 'Kubernetes metadata',
  required: ['name'],
  properties: {
    name: {
      type: 'string',
      maxLength: 63,
      description: 'Name of the request',
    },
    namespace: { type: 'string', description: 'Kubernetes namespace' },
    labels: {
      type: 'object',
      description: 'Labels',
      additionalProperties: { type: 'string' },
    },
    annotations: {
      type: 'object',
      description: 'Annotations',
      additionalProperties: { type: 'string' },
    },
  },
};

function operation(
  operationId: string,
  summary: string,
  responses: JsonObject,
): JsonObject {
  return { operationId, summary, responses };
}

function pathParameter(name: string, description: string): JsonObject {
  return {
    name,
    in: 'path',
    required: true,
    description,
    schema: { type: 'string' },
  };
}

function answer(description: string, schema: string): JsonObject {
  return {
    description,
    content: {
      'application/json': {
        schema: { $ref: `#/components/schemas/${schema}` },
      },
    },
  };
}

function body(kind: string, mediaType: string): JsonObject {
  return {
    required: true,
    content: {
      [mediaType]: { schema: { $ref: `#/components/schemas/${kind}` } },
    },
  };
}

const reasons = {
  403: 'You may not do this',
  404: 'There is no such request',
  409: 'Somebody else holds one of the fields, or the name is taken',
  422: 'Some field is not as the schema asks',
} as const;

function refusals(codes: readonly `${keyof typeof reasons}`[]): JsonObject {
  return Object.fromEntries(
    codes.map(code => [code, { description: reasons[code] }]),
  );
}
