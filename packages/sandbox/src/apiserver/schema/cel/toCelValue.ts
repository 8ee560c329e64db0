import { isObject } from '../../json/json';
import type { JsonObject } from '../../json/json';

/**
 * JSON as CEL sees it: whole numbers are `int`, and a property whose name is a word of CEL is
 * reached as `__name__`.
 * @internal
 */
export function toCelValue(value: unknown): unknown {
  if (typeof value === 'number') {
    return Number.isSafeInteger(value) ? BigInt(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map(toCelValue);
  }
  if (!isObject(value)) {
    return value;
  }
  const converted: JsonObject = {};
  for (const [key, item] of Object.entries(value)) {
    converted[escapeName(key)] = toCelValue(item);
  }
  return converted;
}

const reserved = new Set([
  'as',
  'break',
  'const',
  'continue',
  'else',
  'false',
  'for',
  'function',
  'if',
  'import',
  'in',
  'let',
  'loop',
  'namespace',
  'null',
  'package',
  'return',
  'true',
  'var',
  'void',
  'while',
]);

/**
 * Source of the rules: https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/,
 * "Validation rules"; names that need other escapes stay, so that maps keep their keys.
 */
function escapeName(name: string): string {
  return reserved.has(name) ? `__${name}__` : name;
}
