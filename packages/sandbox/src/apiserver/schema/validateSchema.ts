import { equalJson, getOwn, isObject } from '../json/json';
import type { JsonObject } from '../json/json';
import type { FieldError } from '../status/FieldError';
import { notSupported } from '../status/FieldError';
import { bodyPath, invalidValue, tooMany } from './bodyErrors';
import type { JsonSchema } from './JsonSchema';
import { propertySchema } from './JsonSchema';
import { checkNumber, checkString } from './validateScalar';
import { validateCombinations } from './validateCombinations';

/**
 * Checks a value against a schema, and says what is wrong in the API server's words.
 * Sources of the words: k8s.io/kube-openapi/pkg/validation/errors/schema.go and
 * apiextensions-apiserver/pkg/apiserver/validation/validation.go (1.36).
 * @internal
 */
export function validateSchema(
  value: unknown,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const typeError = checkType(value, schema, path);
  const errors = [
    ...(typeError ? [typeError] : []),
    ...checkEnum(value, schema, path),
  ];
  if (value === null) {
    return errors;
  }
  return [
    ...errors,
    ...checkValue(value, schema, path),
    ...checkChildren(value, schema, path),
    ...validateCombinations(value, schema, path, validateSchema),
  ];
}

function checkType(
  value: unknown,
  schema: JsonSchema,
  path: string,
): FieldError | undefined {
  const actual = typeOf(value);
  if (schema['x-kubernetes-int-or-string']) {
    return ['integer', 'string'].includes(actual) ||
      (actual === 'null' && schema.nullable)
      ? undefined
      : typeInvalid(path, 'integer,string', actual);
  }
  if (!schema.type || (actual === 'null' && schema.nullable)) {
    return undefined;
  }
  const isRight =
    schema.type === actual ||
    (schema.type === 'number' && actual === 'integer');
  return isRight ? undefined : typeInvalid(path, schema.type, actual);
}

function typeOf(value: unknown): string {
  if (value === null || value === undefined) {
    return 'null';
  }
  if (Array.isArray(value)) {
    return 'array';
  }
  if (typeof value === 'number') {
    return Number.isInteger(value) ? 'integer' : 'number';
  }
  return typeof value;
}

function typeInvalid(
  path: string,
  expected: string,
  actual: string,
): FieldError {
  return {
    type: 'TypeInvalid',
    field: path || '<nil>',
    value: actual,
    detail: `${bodyPath(path)} must be of type ${expected}: "${actual}"`,
  };
}

/** Also of a value of the wrong type, which then has two causes. */
function checkEnum(
  value: unknown,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  return schema.enum && !schema.enum.some(item => equalJson(item, value))
    ? [notSupported(path, value, schema.enum)]
    : [];
}

function checkValue(
  value: unknown,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  if (typeof value === 'string') {
    return checkString(value, schema, path);
  }
  return typeof value === 'number' ? checkNumber(value, schema, path) : [];
}

function checkChildren(
  value: unknown,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  if (Array.isArray(value)) {
    return checkArray(value, schema, path);
  }
  return isObject(value) ? checkObject(value, schema, path) : [];
}

function checkArray(
  value: unknown[],
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (schema.maxItems !== undefined && value.length > schema.maxItems) {
    errors.push(tooMany(path, value.length, schema.maxItems));
  }
  if (schema.minItems !== undefined && value.length < schema.minItems) {
    errors.push(
      invalidValue(
        path,
        value.length,
        `should have at least ${schema.minItems} items`,
      ),
    );
  }
  if (schema.items) {
    for (const [index, item] of value.entries()) {
      errors.push(...validateSchema(item, schema.items, `${path}[${index}]`));
    }
  }
  return errors;
}

function checkObject(
  value: JsonObject,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const keys = Object.keys(value);
  if (
    schema.maxProperties !== undefined &&
    keys.length > schema.maxProperties
  ) {
    errors.push(tooMany(path, keys.length, schema.maxProperties));
  }
  if (
    schema.minProperties !== undefined &&
    keys.length < schema.minProperties
  ) {
    errors.push(
      invalidValue(
        path,
        keys.length,
        `should have at least ${schema.minProperties} properties`,
      ),
    );
  }
  for (const key of schema.required ?? []) {
    if (getOwn(value, key) === undefined) {
      errors.push({ type: 'Required', field: childPath(path, key) });
    }
  }
  for (const key of keys) {
    const property = propertySchema(schema, key);
    if (property && value[key] !== undefined) {
      errors.push(
        ...validateSchema(value[key], property, childPath(path, key)),
      );
    }
  }
  return errors;
}

function childPath(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}
