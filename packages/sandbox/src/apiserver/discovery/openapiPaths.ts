import type { ResourceType } from '../registry/ResourceType';
import { apiVersionOf } from '../registry/ResourceType';

interface Operation {
  action: string;
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  parameters: readonly string[];
}

const writeParameters = ['dryRun', 'fieldManager', 'fieldValidation', 'pretty'];

const collection: readonly Operation[] = [
  { action: 'list', method: 'get', parameters: ['labelSelector', 'limit'] },
  { action: 'post', method: 'post', parameters: writeParameters },
  { action: 'deletecollection', method: 'delete', parameters: ['dryRun'] },
];

const single: readonly Operation[] = [
  { action: 'get', method: 'get', parameters: ['pretty'] },
  { action: 'put', method: 'put', parameters: writeParameters },
  {
    action: 'patch',
    method: 'patch',
    parameters: [...writeParameters, 'force'],
  },
  { action: 'delete', method: 'delete', parameters: ['dryRun'] },
];

/** The paths of a type: clients look there for the query parameters that a server understands. @internal */
export function resourcePaths(
  type: ResourceType,
  definition: string,
  version: 2 | 3,
): Record<string, unknown> {
  const root = type.group
    ? `/apis/${apiVersionOf(type)}`
    : `/api/${type.version}`;
  const scope = type.isNamespaced ? '/namespaces/{namespace}' : '';
  const base = `${root}${scope}/${type.resource}`;
  const describe = (operations: readonly Operation[]) =>
    Object.fromEntries(
      operations.map(operation => [
        operation.method,
        toOperation(operation, type, definition, version),
      ]),
    );
  return {
    [base]: describe(collection),
    [`${base}/{name}`]: describe(single),
    ...(type.isNamespaced
      ? { [`${root}/${type.resource}`]: describe(collection.slice(0, 1)) }
      : {}),
    ...(type.hasStatus
      ? { [`${base}/{name}/status`]: describe(single.slice(0, 3)) }
      : {}),
  };
}

function toOperation(
  operation: Operation,
  type: ResourceType,
  definition: string,
  version: 2 | 3,
): unknown {
  const parameters = operation.parameters.map(name => ({
    name,
    in: 'query',
    ...(version === 2
      ? { type: 'string', uniqueItems: true }
      : { schema: { type: 'string', uniqueItems: true } }),
  }));
  const name = operation.action === 'list' ? `${definition}List` : definition;
  return {
    operationId: `${operation.action}${type.kind}`,
    parameters,
    responses: { 200: response(name, version) },
    'x-kubernetes-action': operation.action,
    'x-kubernetes-group-version-kind': {
      group: type.group,
      kind: type.kind,
      version: type.version,
    },
  };
}

function response(name: string, version: 2 | 3): unknown {
  return version === 2
    ? { description: 'OK', schema: { $ref: `#/definitions/${name}` } }
    : {
        description: 'OK',
        content: {
          'application/json': {
            schema: { $ref: `#/components/schemas/${name}` },
          },
        },
      };
}
