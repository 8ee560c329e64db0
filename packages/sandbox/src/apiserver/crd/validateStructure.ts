import { isObject } from '../json/json';
import { applyDefaults } from '../schema/applyDefaults';
import { pruneUnknown } from '../schema/pruneUnknown';
import type { JsonSchema } from '../schema/JsonSchema';
import { isPattern } from '../schema/matchesPattern';
import { validateSchema } from '../schema/validateSchema';
import type { FieldError } from '../status/FieldError';
import { notSupported } from '../status/FieldError';

/**
 * Whether a schema is structural: types everywhere, and nothing that pruning and defaulting cannot follow.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/validation.go and the `validateCustomResourceDefinitionOpenAPISchema`
 * of pkg/apis/apiextensions/validation.
 * @internal
 */
export function validateStructure(
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const errors = walk(schema, path);
  if (schema.type !== 'object') {
    errors.unshift(
      schema.type
        ? {
            type: 'Invalid',
            field: `${path}.type`,
            value: schema.type,
            detail: 'must be object at the root',
          }
        : {
            type: 'Required',
            field: `${path}.type`,
            detail: 'must not be empty at the root',
          },
    );
  }
  return errors;
}

function walk(schema: JsonSchema, path: string): FieldError[] {
  if (!isObject(schema)) {
    return [];
  }
  return [
    ...checkType(schema, path),
    ...checkForbidden(schema, path),
    ...checkExtensions(schema, path),
    ...checkPattern(schema, path),
    ...checkDefault(schema, path),
    ...checkJunctors(schema, path),
    ...children(schema, path).flatMap(([child, childPath]) => [
      ...checkChildType(child, childPath, path),
      ...walk(child, childPath),
    ]),
  ];
}

function children(schema: JsonSchema, path: string): [JsonSchema, string][] {
  const found: [JsonSchema, string][] = Object.entries(
    schema.properties ?? {},
  ).map(([key, child]) => [child, `${path}.properties[${key}]`]);
  if (isObject(schema.items)) {
    found.push([schema.items, `${path}.items`]);
  }
  if (isObject(schema.additionalProperties)) {
    found.push([schema.additionalProperties, `${path}.additionalProperties`]);
  }
  return found;
}

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

function checkType(schema: JsonSchema, path: string): FieldError[] {
  if (schema.type && !types.includes(schema.type)) {
    return [notSupported(`${path}.type`, schema.type, types)];
  }
  if (schema.type === 'array' && !schema.items) {
    return [
      {
        type: 'Required',
        field: `${path}.items`,
        detail: 'must be specified',
      },
    ];
  }
  return [];
}

function checkChildType(
  child: JsonSchema,
  path: string,
  parent: string,
): FieldError[] {
  const isFree =
    child['x-kubernetes-int-or-string'] ||
    child['x-kubernetes-preserve-unknown-fields'];
  if (child.type || isFree) {
    return [];
  }
  const what = path.slice(parent.length + 1).split('[')[0];
  const detail =
    what === 'items'
      ? 'must not be empty for specified array items'
      : what === 'additionalProperties'
      ? 'must not be empty for specified object additionalProperties'
      : 'must not be empty for specified object fields';
  return [{ type: 'Required', field: `${path}.type`, detail }];
}

const forbidden: Record<string, string> = {
  $ref: '$ref is not supported',
  patternProperties: 'patternProperties is not supported',
  definitions: 'definitions is not supported',
  dependencies: 'dependencies is not supported',
  id: 'id is not supported',
  additionalItems: 'additionalItems is not supported',
};

function checkForbidden(schema: JsonSchema, path: string): FieldError[] {
  const errors: FieldError[] = Object.entries(forbidden)
    .filter(([key]) => Object.hasOwn(schema, key))
    .map(([key, detail]) => ({
      type: 'Forbidden',
      field: `${path}.${key}`,
      detail,
    }));
  if (schema.uniqueItems) {
    errors.push({
      type: 'Forbidden',
      field: `${path}.uniqueItems`,
      detail:
        'uniqueItems cannot be set to true since the runtime complexity becomes quadratic',
    });
  }
  if (schema.additionalProperties === false) {
    errors.push({
      type: 'Forbidden',
      field: `${path}.additionalProperties`,
      detail: 'additionalProperties cannot be set to false',
    });
  }
  if (schema.additionalProperties && schema.properties) {
    errors.push({
      type: 'Forbidden',
      field: `${path}.additionalProperties`,
      detail: 'additionalProperties and properties are mutual exclusive',
    });
  }
  return errors;
}

function checkExtensions(schema: JsonSchema, path: string): FieldError[] {
  const errors: FieldError[] = [];
  const listType = schema['x-kubernetes-list-type'];
  const listTypes = ['atomic', 'map', 'set'];
  if (listType && !listTypes.includes(listType)) {
    errors.push(
      notSupported(`${path}.x-kubernetes-list-type`, listType, listTypes),
    );
  }
  if (listType && schema.type !== 'array') {
    errors.push({
      type: 'Invalid',
      field: `${path}.type`,
      value: schema.type ?? '',
      detail: 'must be array if x-kubernetes-list-type is specified',
    });
  }
  if (
    listType === 'map' &&
    (schema['x-kubernetes-list-map-keys'] ?? []).length === 0
  ) {
    errors.push({
      type: 'Required',
      field: `${path}.x-kubernetes-list-map-keys`,
      detail: 'must not be empty if x-kubernetes-list-type is map',
    });
  }
  if (
    schema['x-kubernetes-embedded-resource'] &&
    !schema['x-kubernetes-preserve-unknown-fields'] &&
    !schema.properties
  ) {
    errors.push({
      type: 'Required',
      field: `${path}.properties`,
      detail:
        'must not be empty if x-kubernetes-embedded-resource is true without x-kubernetes-preserve-unknown-fields',
    });
  }
  if (schema['x-kubernetes-int-or-string'] && schema.type) {
    errors.push({
      type: 'Forbidden',
      field: `${path}.type`,
      detail: 'must be empty if x-kubernetes-int-or-string is true',
    });
  }
  return errors;
}

function checkPattern(schema: JsonSchema, path: string): FieldError[] {
  return schema.pattern !== undefined && !isPattern(schema.pattern)
    ? [
        {
          type: 'Invalid',
          field: `${path}.pattern`,
          value: schema.pattern,
          detail: 'must be a valid regular expression',
        },
      ]
    : [];
}

function checkDefault(schema: JsonSchema, path: string): FieldError[] {
  if (schema.default === undefined) {
    return [];
  }
  const field = `${path}.default`;
  const value = structuredClone(schema.default);
  const unknown = pruneUnknown(value, schema, { isRoot: false });
  if (unknown.length > 0) {
    return [
      {
        type: 'Invalid',
        field,
        value: schema.default,
        detail: 'must not have unknown fields',
      },
    ];
  }
  applyDefaults(value, schema);
  return validateSchema(value, schema, field);
}

const notInJunctor = [
  'type',
  'description',
  'title',
  'default',
  'nullable',
  'additionalProperties',
  'x-kubernetes-preserve-unknown-fields',
  'x-kubernetes-embedded-resource',
  'x-kubernetes-list-type',
] as const;

/** Inside allOf, anyOf, oneOf and not only conditions on values may stand, not the shape itself. */
function checkJunctors(schema: JsonSchema, path: string): FieldError[] {
  const parts: [JsonSchema, string][] = [];
  for (const key of ['allOf', 'anyOf', 'oneOf'] as const) {
    (schema[key] ?? []).forEach((part, index) =>
      parts.push([part, `${path}.${key}[${index}]`]),
    );
  }
  if (schema.not) {
    parts.push([schema.not, `${path}.not`]);
  }
  const isIntOrString = schema['x-kubernetes-int-or-string'] === true;
  return parts.flatMap(([part, partPath]) =>
    checkConditions(part, partPath, schema, isIntOrString),
  );
}

function checkConditions(
  part: JsonSchema,
  path: string,
  shape: JsonSchema | undefined,
  isIntOrString: boolean,
): FieldError[] {
  const errors: FieldError[] = notInJunctor
    .filter(key => part[key] !== undefined)
    .filter(key => !(key === 'type' && isIntOrString))
    .map(key => ({
      type: 'Forbidden',
      field: `${path}.${key}`,
      detail:
        key === 'type'
          ? 'must be empty to be structural'
          : key === 'additionalProperties'
          ? 'must be undefined to be structural'
          : 'must be empty to be structural',
    }));
  for (const [key, child] of Object.entries(part.properties ?? {})) {
    const childShape = shape?.properties?.[key];
    const childPath = `${path}.properties[${key}]`;
    if (!childShape && !shape?.['x-kubernetes-preserve-unknown-fields']) {
      errors.push({
        type: 'Required',
        field: childPath.replace(/\.(allOf|anyOf|oneOf)\[\d+\]|\.not/g, ''),
        detail: `because it is defined in ${childPath.replace(
          /^.*openAPIV3Schema\./,
          '',
        )}`,
      });
    }
    errors.push(...checkConditions(child, childPath, childShape, false));
  }
  return errors;
}
