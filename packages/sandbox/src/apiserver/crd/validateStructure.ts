import { isObject } from '../json/json';
import { applyDefaults } from '../schema/applyDefaults';
import { pruneUnknown } from '../schema/pruneUnknown';
import type { JsonSchema } from '../schema/JsonSchema';
import { isPattern } from '../schema/matchesPattern';
import { validateSchema } from '../schema/validateSchema';
import type { FieldError } from '../status/FieldError';
import { notSupported } from '../status/FieldError';
import { checkExtensions } from './checkExtensions';
import { checkJunctors } from './checkJunctors';

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
  const what = path.slice(parent.length + 1).split('[')[0] ?? '';
  const detail = `must not be empty for specified ${
    holders[what] ?? 'object fields'
  }`;
  return [{ type: 'Required', field: `${path}.type`, detail }];
}

const holders: Record<string, string | undefined> = {
  items: 'array items',
  additionalProperties: 'object additionalProperties',
};

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
