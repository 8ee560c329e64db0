import { asSchema, requiredOf } from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';
import { notSupported } from '../FieldError';
import {
  errorAt,
  listOf,
  type SchemaError,
  type SchemaNode,
} from './SchemaNode';

/**
 * Whether the entries of a list can be told apart as it says.
 * Source: `ValidateCustomResourceDefinitionOpenAPISchema` and `validateMapListKeysMapSet` of
 * apiextensions-apiserver/pkg/apis/apiextensions/validation/validation.go (1.36).
 * @internal
 */
export function checkListType(node: SchemaNode): SchemaError[] {
  const { schema } = node;
  const listType = schema['x-kubernetes-list-type'];
  const keys = listOf(schema['x-kubernetes-list-map-keys']).map(String);
  const errors = checkKeysAreMeant(node, keys);
  if (!listType) {
    return errors;
  }
  if (schema.type !== 'array') {
    const detail = 'must be array if x-kubernetes-list-type is specified';
    errors.push(
      schema.type
        ? errorAt(node, 'type', { type: 'Invalid', value: schema.type, detail })
        : errorAt(node, 'type', { type: 'Required', detail }),
    );
  }
  if (!listTypes.includes(String(listType))) {
    const error = notSupported('', listType, listTypes);
    errors.push(errorAt(node, 'x-kubernetes-list-type', error));
  }
  if (listType === 'map' && keys.length === 0) {
    const detail = 'must not be empty if x-kubernetes-list-type is map';
    errors.push(
      errorAt(node, 'x-kubernetes-list-map-keys', { type: 'Required', detail }),
    );
  }
  return [
    ...errors,
    ...(listType === 'map' ? checkKeys(node, keys) : []),
    ...(listType === 'set' ? checkSetItems(node) : []),
  ];
}

function checkKeysAreMeant(
  node: SchemaNode,
  keys: readonly string[],
): SchemaError[] {
  const value = node.schema['x-kubernetes-list-type'];
  if (keys.length === 0 || value === 'map') {
    return [];
  }
  const detail = 'must be map if x-kubernetes-list-map-keys is non-empty';
  return [
    errorAt(
      node,
      'x-kubernetes-list-type',
      value ? { type: 'Invalid', value, detail } : { type: 'Required', detail },
    ),
  ];
}

const listTypes = ['atomic', 'set', 'map'];

/** Entries without such a key could not be told apart. */
function checkKeys(node: SchemaNode, keys: readonly string[]): SchemaError[] {
  if (!isObject(node.schema.items)) {
    const detail = 'must have a schema if x-kubernetes-list-type is map';
    return [errorAt(node, 'items', { type: 'Required', detail })];
  }
  const { items } = node.schema;
  if (items.type !== 'object') {
    const detail =
      "must be object if parent array's x-kubernetes-list-type is map";
    const about = { type: 'Invalid', value: items.type ?? '', detail } as const;
    return [errorAt(node, 'items.type', about)];
  }
  const properties = asSchema(items.properties);
  return keys.flatMap(key => {
    const property = properties[key];
    if (!isObject(property)) {
      const detail = 'entries must all be names of item properties';
      const about = { type: 'Invalid', value: keys, detail } as const;
      return [errorAt(node, 'x-kubernetes-list-map-keys', about)];
    }
    return !requiredOf(items).includes(key) && property.default === undefined
      ? [
          errorAt(node, `items.properties[${key}].default`, {
            type: 'Required',
            detail:
              'this property is in x-kubernetes-list-map-keys, so it must have a default or be a required property',
          }),
        ]
      : [];
  });
}

function checkSetItems(node: SchemaNode): SchemaError[] {
  const items = asSchema(node.schema.items);
  return items.type === 'object' && items['x-kubernetes-map-type'] !== 'atomic'
    ? [
        errorAt(node, 'items.x-kubernetes-map-type', {
          type: 'Invalid',
          value: null,
          detail:
            'must be atomic as item of a list with x-kubernetes-list-type=set',
        }),
      ]
    : [];
}
