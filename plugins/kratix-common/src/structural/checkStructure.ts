import { asSchema, propertiesOf, type CrdSchema } from '../crdSchema/crdSchema';
import { isObject } from '../kubernetes/readField';
import type { Problem } from '../model';
import { applyDefaults } from './applyDefaults';
import { checkJunctors } from './checkJunctors';
import { cloneJson } from './json';
import { isPattern } from './matchesPattern';
import { pruneNulls } from './pruneNulls';
import { readStructuralSchema } from './readStructuralSchema';
import { validateSchema } from './validateSchema';

/**
 * Why the API server would refuse a CRD with this schema; the Promise can then never become available.
 * Source: apiextensions-apiserver/pkg/apiserver/schema/validation.go and `validateCustomResourceDefinitionOpenAPISchema`
 * of pkg/apis/apiextensions/validation (1.36).
 *
 * @param apiSchema - `PromiseApi.schema`
 * @public
 */
export function checkStructure(
  apiSchema: Readonly<Record<string, unknown>>,
): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (path: string, message: string) => {
    if (problems.length < maxProblems) {
      const place = path || 'the schema';
      problems.push({
        code: 'schema-refused',
        message: `${place}: ${message}`,
        path,
      });
    }
  };
  if (apiSchema.type !== 'object') {
    say('', 'the type of the whole must be "object".');
  }
  walk(apiSchema, '', say);
  return problems;
}

const maxProblems = 50;

type Say = (path: string, message: string) => void;

function walk(schema: CrdSchema, path: string, say: Say): void {
  checkKeywords(schema, path, say);
  checkExtensions(schema, path, say);
  checkDefault(schema, path, say);
  checkJunctors(schema, path, say);
  for (const [child, childPath, where] of childrenOf(schema, path)) {
    if (!isTyped(child)) {
      say(childPath, `${where} must say a type.`);
    }
    walk(child, childPath, say);
  }
}

function childrenOf(
  schema: CrdSchema,
  path: string,
): [CrdSchema, string, string][] {
  const found = propertiesOf(schema).map(
    ([name, child]): [CrdSchema, string, string] => [
      child,
      path === '' ? name : `${path}.${name}`,
      'a property',
    ],
  );
  if (isObject(schema.items)) {
    found.push([schema.items, `${path}[]`, 'the entries of a list']);
  }
  if (isObject(schema.additionalProperties)) {
    found.push([
      schema.additionalProperties,
      `${path}.*`,
      'the values of a map',
    ]);
  }
  return found;
}

function isTyped(schema: CrdSchema): boolean {
  return (
    Boolean(schema.type) ||
    schema['x-kubernetes-int-or-string'] === true ||
    schema['x-kubernetes-preserve-unknown-fields'] === true
  );
}

const types = ['array', 'boolean', 'integer', 'number', 'object', 'string'];

const refusedKeywords = [
  '$ref',
  'patternProperties',
  'definitions',
  'dependencies',
  'id',
  'additionalItems',
];

function checkKeywords(schema: CrdSchema, path: string, say: Say): void {
  const { type, pattern } = schema;
  if (type !== undefined && type !== '' && !types.includes(String(type))) {
    say(
      path,
      `the type ${JSON.stringify(type)} is none of ${types.join(', ')}.`,
    );
  }
  if (type === 'array' && !isObject(schema.items)) {
    say(path, 'a list must say what its entries are ("items").');
  }
  for (const keyword of refusedKeywords) {
    if (Object.hasOwn(schema, keyword)) {
      say(path, `"${keyword}" is not supported.`);
    }
  }
  if (schema.uniqueItems === true) {
    say(
      path,
      '"uniqueItems" is not supported; say x-kubernetes-list-type: set.',
    );
  }
  if (schema.additionalProperties === false) {
    say(path, '"additionalProperties" cannot be false.');
  }
  if (
    schema.additionalProperties &&
    Object.keys(asSchema(schema.properties)).length > 0
  ) {
    say(path, '"properties" and "additionalProperties" exclude each other.');
  }
  if (typeof pattern === 'string' && !isPattern(pattern)) {
    say(path, `the pattern ${pattern} is no regular expression of Go (RE2).`);
  }
}

function checkExtensions(schema: CrdSchema, path: string, say: Say): void {
  const listType = schema['x-kubernetes-list-type'];
  const keys = schema['x-kubernetes-list-map-keys'];
  if (listType && !['atomic', 'map', 'set'].includes(String(listType))) {
    say(path, 'x-kubernetes-list-type must be atomic, map or set.');
  }
  if (listType && schema.type !== 'array') {
    say(path, 'x-kubernetes-list-type is only for lists.');
  }
  if (listType === 'map' && !(Array.isArray(keys) && keys.length > 0)) {
    say(path, 'a list of type map must say its x-kubernetes-list-map-keys.');
  }
  if (listType === 'map' && Array.isArray(keys)) {
    checkListKeys(asSchema(schema.items), keys, { path, say });
  }
  if (schema['x-kubernetes-int-or-string'] === true && schema.type) {
    say(path, 'a number-or-text must not say a type.');
  }
}

/** Entries without such a key could not be told apart. */
function checkListKeys(
  items: CrdSchema,
  keys: readonly unknown[],
  { path, say }: { path: string; say: Say },
): void {
  const required = Array.isArray(items.required) ? items.required : [];
  for (const key of keys.map(String)) {
    const property = asSchema(items.properties)[key];
    if (!isObject(property)) {
      say(path, `its entries have no ${key}, by which they are told apart.`);
    } else if (!required.includes(key) && property.default === undefined) {
      say(path, `${key} of its entries must be required or have a default.`);
    }
  }
}

function checkDefault(schema: CrdSchema, path: string, say: Say): void {
  if (schema.default === undefined || schema.default === null) {
    return;
  }
  const structural = readStructuralSchema(schema);
  const value = cloneJson(schema.default);
  pruneNulls(value, structural);
  applyDefaults(value, structural);
  const [error] = validateSchema(value, structural, '');
  if (error) {
    const field = error.field ? `${error.field} ` : '';
    say(path, `its default is not valid: ${field}${error.detail}.`);
  }
}
