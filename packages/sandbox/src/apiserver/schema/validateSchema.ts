import { equalJson, getOwn, isObject } from '../json/json';
import type { JsonObject } from '../json/json';
import type { FieldError } from '../status/FieldError';
import { notSupported } from '../status/FieldError';
import { hasFormat } from './formats';
import type { JsonSchema } from './JsonSchema';
import { propertySchema } from './JsonSchema';
import { matchesPattern } from './matchesPattern';
import { validateCombinations } from './validateCombinations';

/**
 * Checks a value against a schema, and says what is wrong in the API server's words.
 * Sources of the words: k8s.io/kube-openapi/pkg/validation/errors/schema.go and
 * apiextensions-apiserver/pkg/apiserver/validation/validation.go (1.32).
 * @internal
 */
export function validateSchema(
  value: unknown,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const typeError = checkType(value, schema, path);
  if (typeError) {
    return [typeError];
  }
  if (value === null) {
    return [];
  }
  return [
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

function bodyPath(path: string): string {
  return path === '' ? 'in body' : `${path} in body`;
}

function checkValue(
  value: unknown,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (schema.enum && !schema.enum.some(item => equalJson(item, value))) {
    errors.push(notSupported(path, value, schema.enum));
  }
  if (typeof value === 'string') {
    errors.push(...checkString(value, schema, path));
  } else if (typeof value === 'number') {
    errors.push(...checkNumber(value, schema, path));
  }
  return errors;
}

function invalidValue(
  path: string,
  value: unknown,
  detail: string,
): FieldError {
  return {
    type: 'Invalid',
    field: path,
    value,
    detail: `${bodyPath(path)} ${detail}`,
  };
}

function checkString(
  value: string,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const length = [...value].length;
  if (schema.maxLength !== undefined && length > schema.maxLength) {
    const unit = schema.maxLength === 1 ? 'byte' : 'bytes';
    errors.push({
      type: 'TooLong',
      field: path,
      value,
      detail: `may not be more than ${schema.maxLength} ${unit}`,
    });
  }
  if (schema.minLength !== undefined && length < schema.minLength) {
    errors.push(
      invalidValue(
        path,
        value,
        `should be at least ${schema.minLength} chars long`,
      ),
    );
  }
  if (schema.pattern !== undefined && !matchesPattern(value, schema.pattern)) {
    errors.push(invalidValue(path, value, `should match '${schema.pattern}'`));
  }
  if (schema.format !== undefined && !hasFormat(value, schema.format)) {
    errors.push(
      invalidValue(
        path,
        value,
        `must be of type ${schema.format}: ${JSON.stringify(value)}`,
      ),
    );
  }
  return errors;
}

function checkNumber(
  value: number,
  schema: JsonSchema,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  const { minimum, maximum, multipleOf } = schema;
  if (maximum !== undefined) {
    if (schema.exclusiveMaximum && value >= maximum) {
      errors.push(invalidValue(path, value, `should be less than ${maximum}`));
    } else if (value > maximum) {
      errors.push(
        invalidValue(path, value, `should be less than or equal to ${maximum}`),
      );
    }
  }
  if (minimum !== undefined) {
    if (schema.exclusiveMinimum && value <= minimum) {
      errors.push(
        invalidValue(path, value, `should be greater than ${minimum}`),
      );
    } else if (value < minimum) {
      errors.push(
        invalidValue(
          path,
          value,
          `should be greater than or equal to ${minimum}`,
        ),
      );
    }
  }
  if (multipleOf !== undefined && !isMultiple(value, multipleOf)) {
    errors.push(
      invalidValue(path, value, `should be a multiple of ${multipleOf}`),
    );
  }
  return errors;
}

function isMultiple(value: number, factor: number): boolean {
  const quotient = value / factor;
  return Math.abs(quotient - Math.round(quotient)) < 1e-9;
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

function tooMany(path: string, actual: number, max: number): FieldError {
  return {
    type: 'TooMany',
    field: path,
    value: actual,
    detail: `must have at most ${max} item${max === 1 ? '' : 's'}`,
  };
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
