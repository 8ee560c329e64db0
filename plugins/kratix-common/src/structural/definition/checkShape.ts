import { asSchema } from '../../crdSchema/crdSchema';
import { isObject } from '../../kubernetes/reading/readField';
import { checkJunctors } from './checkJunctors';
import { checkPattern } from './checkPattern';
import {
  childrenOf,
  errorAt,
  type SchemaError,
  type SchemaNode,
} from './SchemaNode';

/**
 * Whether a schema says the type of everything, so that pruning and defaulting can follow it.
 * Source: `validateStructuralInvariants` of apiextensions-apiserver/pkg/apiserver/schema/validation.go (1.36).
 * @internal
 */
export function checkShape(node: SchemaNode): SchemaError[] {
  return [
    ...checkType(node),
    ...checkEmbedded(node),
    ...checkIntOrString(node),
    ...checkPattern(node),
    ...checkMetadata(node),
    ...checkJunctors(node),
    ...childrenOf(node).flatMap(checkShape),
  ];
}

function checkType(node: SchemaNode): SchemaError[] {
  const { schema, level } = node;
  const { type } = schema;
  const isFree =
    schema['x-kubernetes-int-or-string'] === true ||
    schema['x-kubernetes-preserve-unknown-fields'] === true;
  const errors: SchemaError[] = [];
  if (type === 'array' && !isObject(schema.items)) {
    const detail = 'must be specified';
    errors.push(errorAt(node, 'items', { type: 'Required', detail }));
  }
  if (level === 'root' && schema.additionalProperties) {
    const detail = 'must not be used at the root';
    errors.push(
      errorAt(node, 'additionalProperties', { type: 'Forbidden', detail }),
    );
  }
  if (!type && !isFree && schema['x-kubernetes-embedded-resource'] !== true) {
    const detail = `must not be empty ${holders[level]}`;
    errors.push(errorAt(node, 'type', { type: 'Required', detail }));
  }
  if (level === 'root' && type && type !== 'object') {
    const detail = 'must be object at the root';
    errors.push(
      errorAt(node, 'type', { type: 'Invalid', value: type, detail }),
    );
  }
  return errors;
}

const holders: Record<SchemaNode['level'], string> = {
  root: 'at the root',
  items: 'for specified array items',
  field: 'for specified object fields',
};

function checkEmbedded(node: SchemaNode): SchemaError[] {
  const { schema } = node;
  if (schema['x-kubernetes-embedded-resource'] !== true) {
    return [];
  }
  const errors: SchemaError[] = [];
  if (schema.type !== 'object') {
    const detail = 'must be object if x-kubernetes-embedded-resource is true';
    errors.push(
      schema.type
        ? errorAt(node, 'type', { type: 'Invalid', value: schema.type, detail })
        : errorAt(node, 'type', { type: 'Required', detail }),
    );
  }
  if (schema.additionalProperties) {
    const detail = 'must not be used if x-kubernetes-embedded-resource is set';
    errors.push(
      errorAt(node, 'additionalProperties', { type: 'Forbidden', detail }),
    );
  }
  if (
    schema['x-kubernetes-preserve-unknown-fields'] !== true &&
    Object.keys(asSchema(schema.properties)).length === 0
  ) {
    const detail =
      'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields';
    errors.push(errorAt(node, 'properties', { type: 'Required', detail }));
  }
  return errors;
}

function checkIntOrString(node: SchemaNode): SchemaError[] {
  const { schema } = node;
  if (schema['x-kubernetes-int-or-string'] !== true) {
    return [];
  }
  const detail = 'must be false if x-kubernetes-int-or-string is true';
  return [
    'x-kubernetes-preserve-unknown-fields',
    'x-kubernetes-embedded-resource',
  ]
    .filter(keyword => schema[keyword] === true)
    .map(keyword =>
      errorAt(node, keyword, { type: 'Invalid', value: true, detail }),
    );
}

/** Of an object's own metadata a schema may only speak of the name. */
function checkMetadata(node: SchemaNode): SchemaError[] {
  const { schema, level } = node;
  if (level !== 'root' && schema['x-kubernetes-embedded-resource'] !== true) {
    return [];
  }
  const properties = asSchema(schema.properties);
  const expected = { apiVersion: 'string', kind: 'string', metadata: 'object' };
  const errors = Object.entries(expected).flatMap(([name, type]) => {
    const property = properties[name];
    return isObject(property) && property.type !== type
      ? [
          errorAt(node, `properties[${name}].type`, {
            type: 'Invalid',
            value: property.type ?? '',
            detail: `must be ${type}`,
          }),
        ]
      : [];
  });
  return [...errors, ...(level === 'root' ? checkOwnMetadata(node) : [])];
}

function checkOwnMetadata(node: SchemaNode): SchemaError[] {
  const { metadata } = asSchema(node.schema.properties);
  if (!isObject(metadata)) {
    return [];
  }
  const {
    type,
    properties,
    description,
    title,
    default: _,
    ...more
  } = metadata;
  const isMore =
    Object.keys(more).length > 0 ||
    Object.keys(asSchema(properties)).some(
      name => name !== 'name' && name !== 'generateName',
    );
  return description !== undefined || title !== undefined || isMore
    ? [
        errorAt(node, 'properties[metadata]', {
          type: 'Forbidden',
          detail:
            'must not specify anything other than name and generateName, but metadata is implicitly specified',
        }),
      ]
    : [];
}
