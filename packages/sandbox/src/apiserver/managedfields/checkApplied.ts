import { objectMetaSchema } from '../builtin/builtinSchema';
import { getOwn, isObject } from '../json/json';
import type { JsonObject } from '../json/json';
import type { ResourceType } from '../registry/ResourceType';
import type { JsonSchema } from '../schema/JsonSchema';
import { propertySchema } from '../schema/JsonSchema';
import { StatusError } from '../status/StatusError';
import { formatPath } from './applyConflict';
import { itemElement, mergeKindOf } from './mergeSchema';

/**
 * Refuses a configuration that the schema does not fit, whatever `fieldValidation` says: server-side apply
 * must know the type of each field. The API server has no better answer than 500.
 * Source: sigs.k8s.io/structured-merge-diff/typed/validate.go.
 * @internal
 */
export function checkApplied(
  configuration: JsonObject,
  type: ResourceType,
): void {
  const { apiVersion: _, kind: __, metadata, ...own } = configuration;
  const problems = [
    ...check(metadata, objectMetaSchema(), ['f:metadata']),
    ...(type.schema ? check(own, type.schema, []) : []),
  ];
  const [only] = problems;
  if (only === undefined) {
    return;
  }
  const { namespace = '', name = '' } = isObject(metadata) ? metadata : {};
  const text =
    problems.length === 1
      ? only
      : ['errors:', ...problems.map(problem => `  ${problem}`)].join('\n');
  throw new StatusError(
    500,
    undefined,
    `failed to create typed patch object (${namespace}/${name}; ${type.group}/${type.version}, Kind=${type.kind}): ${text}`,
  );
}

function check(
  value: unknown,
  schema: JsonSchema,
  path: readonly string[],
): string[] {
  if (value === null || value === undefined) {
    return [];
  }
  const at = (problem: string) => [`${formatPath(path)}: ${problem}`];
  switch (schema.type) {
    case 'object':
      return isObject(value)
        ? checkFields(value, schema, path)
        : at(`expected map, got ${goValue(value)}`);
    case 'array':
      return Array.isArray(value)
        ? checkItems(value, schema, path)
        : at(`expected list, got ${goValue(value)}`);
    case 'string':
      return typeof value === 'string'
        ? []
        : at(
            `expected string, got &value.valueUnstructured{Value:${goSyntax(
              value,
            )}}`,
          );
    case 'boolean':
      return typeof value === 'boolean'
        ? []
        : at(`expected boolean, got ${goValue(value)}`);
    case 'integer':
    case 'number':
      return typeof value === 'number'
        ? []
        : at(`expected numeric (int or float), got ${goType(value)}`);
    default:
      return [];
  }
}

function checkFields(
  value: JsonObject,
  schema: JsonSchema,
  path: readonly string[],
): string[] {
  const problems: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const child = getOwn(value, key);
    const childPath = [...path, `f:${key}`];
    const property = propertySchema(schema, key);
    if (property) {
      problems.push(...check(child, property, childPath));
    } else if (!takesUnknown(schema)) {
      // The first one ends the walk through this object.
      return [
        ...problems,
        `${formatPath(childPath)}: field not declared in schema`,
      ];
    }
  }
  return problems;
}

function checkItems(
  list: readonly unknown[],
  schema: JsonSchema,
  path: readonly string[],
): string[] {
  const { items } = schema;
  const kind = mergeKindOf(list, schema);
  const nameless =
    kind === 'map'
      ? list.findIndex(item => itemElement(item, kind, schema) === 'k:{}')
      : -1;
  if (nameless >= 0) {
    const keys = JSON.stringify(schema['x-kubernetes-list-map-keys'] ?? []);
    return [
      `${formatPath(
        path,
      )}: element ${nameless}: associative list with keys has an element that omits all key fields ${keys.replaceAll(
        '","',
        '" "',
      )} (and doesn't have default values for any key fields)`,
    ];
  }
  return items
    ? list.flatMap((item, index) =>
        check(item, items, [
          ...path,
          kind === 'set' || kind === 'map'
            ? itemElement(item, kind, schema)
            : `i:${index}`,
        ]),
      )
    : [];
}

function takesUnknown(schema: JsonSchema): boolean {
  return (
    schema['x-kubernetes-preserve-unknown-fields'] === true ||
    schema.additionalProperties === true ||
    (schema.properties === undefined &&
      schema.additionalProperties === undefined)
  );
}

function goType(value: unknown): string {
  if (Array.isArray(value)) {
    return '[]interface {}';
  }
  return isObject(value)
    ? 'map[string]interface {}'
    : { boolean: 'bool', number: 'int64' }[String(typeof value)] ?? 'string';
}

/** `%v` of the pointer that holds a value. */
function goValue(value: unknown): string {
  return `&{${typeof value === 'object' ? goSyntax(value) : String(value)}}`;
}

/** `%#v`. */
function goSyntax(value: unknown): string {
  if (Array.isArray(value)) {
    return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  }
  return isObject(value)
    ? `map[string]interface {}{${Object.entries(value)
        .map(([key, item]) => `${JSON.stringify(key)}:${goSyntax(item)}`)
        .join(', ')}}`
    : JSON.stringify(value) ?? 'interface {}(nil)';
}
