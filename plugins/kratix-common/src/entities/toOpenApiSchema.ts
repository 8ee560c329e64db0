import type { JsonObject, JsonValue } from '@backstage/types';
import { isPlainName, isPlainValue } from '../kubernetes/reading/plainValue';
import { isObject } from '../kubernetes/reading/readField';

/**
 * A CRD schema as OpenAPI 3.0. Only known keywords with values of the right type pass: a schema comes from
 * the cluster, and a stray `$ref` would make the reader's browser fetch it.
 * @internal
 */
export function toOpenApiSchema(schema: unknown): JsonObject {
  if (!isObject(schema)) {
    return {};
  }
  const kept: JsonObject = {};
  for (const [keyword, value] of Object.entries(schema)) {
    const converted = convert(keyword, value);
    if (converted !== undefined) {
      kept[keyword] = converted;
    }
  }
  if (schema['x-kubernetes-int-or-string'] === true) {
    delete kept.anyOf;
    kept.oneOf = [{ type: 'integer' }, { type: 'string' }];
  }
  if (schema['x-kubernetes-preserve-unknown-fields'] === true) {
    kept.additionalProperties ??= true;
  }
  return kept;
}

const textKeywords = new Set([
  'type',
  'format',
  'title',
  'description',
  'pattern',
]);
const numberKeywords = new Set([
  'minimum',
  'maximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minProperties',
  'maxProperties',
]);
const booleanKeywords = new Set([
  'nullable',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'uniqueItems',
]);
const valueKeywords = new Set(['default', 'example']);
const schemaListKeywords = new Set(['oneOf', 'anyOf', 'allOf']);

function convert(keyword: string, value: unknown): JsonValue | undefined {
  if (textKeywords.has(keyword)) {
    return typeof value === 'string' ? value : undefined;
  }
  if (numberKeywords.has(keyword)) {
    return typeof value === 'number' ? value : undefined;
  }
  if (booleanKeywords.has(keyword)) {
    return typeof value === 'boolean' ? value : undefined;
  }
  if (valueKeywords.has(keyword)) {
    return isPlainValue(value) ? value : undefined;
  }
  if (schemaListKeywords.has(keyword)) {
    return Array.isArray(value) ? value.map(toOpenApiSchema) : undefined;
  }
  return convertStructure(keyword, value);
}

function convertStructure(
  keyword: string,
  value: unknown,
): JsonValue | undefined {
  switch (keyword) {
    case 'enum':
      return Array.isArray(value) && value.length > 0 && isPlainValue(value)
        ? value
        : undefined;
    case 'required':
      return Array.isArray(value) && value.length > 0
        ? value.filter(name => typeof name === 'string')
        : undefined;
    case 'properties':
      return isObject(value)
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([name]) => isPlainName(name))
              .map(([name, child]) => [name, toOpenApiSchema(child)]),
          )
        : undefined;
    case 'items':
    case 'not':
      return isObject(value) ? toOpenApiSchema(value) : undefined;
    case 'additionalProperties':
      return isObject(value)
        ? toOpenApiSchema(value)
        : value === true || undefined;
    default:
      return undefined;
  }
}
