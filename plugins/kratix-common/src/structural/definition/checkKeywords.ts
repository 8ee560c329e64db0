import { asSchema } from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';
import { notSupported } from '../FieldError';
import { checkListType } from './checkListType';
import {
  childrenOf,
  errorAt,
  partsOf,
  type SchemaError,
  type SchemaNode,
} from './SchemaNode';

/**
 * Whether a schema uses only what CRDs may, and that as it is meant.
 * Source: `ValidateCustomResourceDefinitionOpenAPISchema` of
 * apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go (1.36).
 * @internal
 */
export function checkKeywords(node: SchemaNode): SchemaError[] {
  return [
    ...checkTypeName(node),
    ...checkRefused(node),
    ...checkProperties(node),
    ...checkListType(node),
    ...checkMapType(node),
    ...[...partsOf(node), ...childrenOf(node)].flatMap(checkKeywords),
  ];
}

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

function checkTypeName(node: SchemaNode): SchemaError[] {
  const { type } = node.schema;
  return type && !types.includes(String(type))
    ? [errorAt(node, 'type', notSupported('', type, types))]
    : [];
}

const refused = [
  'id',
  'additionalItems',
  'patternProperties',
  'definitions',
  'dependencies',
  '$ref',
];

function checkRefused(node: SchemaNode): SchemaError[] {
  const { schema } = node;
  const unknown = refused
    .filter(keyword => Object.hasOwn(schema, keyword))
    .map(keyword =>
      errorAt(node, keyword, {
        type: 'Forbidden',
        detail: `${keyword} is not supported`,
      }),
    );
  return schema.uniqueItems === true
    ? [
        ...unknown,
        errorAt(node, 'uniqueItems', {
          type: 'Forbidden',
          detail:
            'uniqueItems cannot be set to true since the runtime complexity becomes quadratic',
        }),
      ]
    : unknown;
}

function checkProperties(node: SchemaNode): SchemaError[] {
  const { additionalProperties, properties } = node.schema;
  const forbid = (detail: string) => [
    errorAt(node, 'additionalProperties', { type: 'Forbidden', detail }),
  ];
  const hasNames = Object.keys(asSchema(properties)).length > 0;
  if (additionalProperties === false) {
    return forbid('additionalProperties cannot be set to false');
  }
  return isObject(additionalProperties) && hasNames
    ? forbid('additionalProperties and properties are mutual exclusive')
    : [];
}

const mapTypes = ['atomic', 'granular'];

function checkMapType(node: SchemaNode): SchemaError[] {
  const { type, 'x-kubernetes-map-type': mapType } = node.schema;
  if (mapType === undefined) {
    return [];
  }
  const detail = 'must be object if x-kubernetes-map-type is specified';
  const errors: SchemaError[] = [];
  if (type !== 'object') {
    errors.push(
      type
        ? errorAt(node, 'type', { type: 'Invalid', value: type, detail })
        : errorAt(node, 'type', { type: 'Required', detail }),
    );
  }
  return mapTypes.includes(String(mapType))
    ? errors
    : [
        ...errors,
        errorAt(
          node,
          'x-kubernetes-map-type',
          notSupported('', mapType, mapTypes),
        ),
      ];
}
