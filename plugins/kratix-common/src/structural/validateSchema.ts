import { isObject } from '../kubernetes/readField';
import { childPath, type FieldError } from './FieldError';
import { equalJson, getOwn } from './json';
import { propertySchema, type StructuralSchema } from './StructuralSchema';
import { validateCombinations } from './validateCombinations';
import { checkNumber, checkString } from './validateScalar';

/**
 * Checks a value against a schema with the API server's rules.
 * Source: k8s.io/kube-openapi/pkg/validation/validate (1.36).
 * @internal
 */
export function validateSchema(
  value: unknown,
  schema: StructuralSchema,
  path: string,
): FieldError[] {
  const errors = [
    ...checkType(value, schema, path),
    ...checkEnum(value, schema, path),
  ];
  if (value === null) {
    return errors;
  }
  return [
    ...errors,
    ...checkValue(value, schema, path),
    ...validateCombinations(value, schema, path, validateSchema),
  ];
}

function checkType(
  value: unknown,
  { type, nullable, isIntOrString }: StructuralSchema,
  path: string,
): FieldError[] {
  const actual = typeOf(value);
  if (actual === 'null' && nullable) {
    return [];
  }
  if (isIntOrString) {
    return ['integer', 'string'].includes(actual)
      ? []
      : [wrongType(path, 'a whole number or a text', actual)];
  }
  const isRight =
    type === undefined ||
    type === actual ||
    (type === 'number' && actual === 'integer');
  return isRight ? [] : [wrongType(path, article(type), actual)];
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

function article(type: string): string {
  return /^[aeiou]/.test(type) ? `an ${type}` : `a ${type}`;
}

function wrongType(
  field: string,
  expected: string,
  actual: string,
): FieldError {
  const found = actual === 'null' ? 'null' : article(actual);
  return {
    type: 'TypeInvalid',
    field,
    detail: `must be ${expected}, but it is ${found}`,
  };
}

/** Also of a value of the wrong type, which then has two causes. */
function checkEnum(
  value: unknown,
  { enum: choices, nullable }: StructuralSchema,
  path: string,
): FieldError[] {
  if (!choices || choices.some(choice => equalJson(choice, value))) {
    return [];
  }
  const some = choices.slice(0, 20).map(choice => JSON.stringify(choice));
  const hint =
    value === null && nullable ? ' (null is allowed only if it is listed)' : '';
  return [
    {
      type: 'NotSupported',
      field: path,
      detail: `must be one of ${some.join(', ')}${
        choices.length > some.length ? ', …' : ''
      }, but it is ${shorten(JSON.stringify(value))}${hint}`,
    },
  ];
}

function shorten(text: string): string {
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function checkValue(
  value: unknown,
  schema: StructuralSchema,
  path: string,
): FieldError[] {
  if (typeof value === 'string') {
    return checkString(value, schema, path);
  }
  if (typeof value === 'number') {
    return checkNumber(value, schema, path);
  }
  if (Array.isArray(value)) {
    return checkArray(value, schema, path);
  }
  return isObject(value) ? checkObject(value, schema, path) : [];
}

function checkArray(
  value: unknown[],
  { minItems, maxItems, items }: StructuralSchema,
  path: string,
): FieldError[] {
  return [
    ...checkSize(value.length, [minItems, maxItems], 'entries', path),
    ...(items
      ? value.flatMap((item, index) =>
          validateSchema(item, items, `${path}[${index}]`),
        )
      : []),
  ];
}

function checkObject(
  value: Record<string, unknown>,
  schema: StructuralSchema,
  path: string,
): FieldError[] {
  const { minProperties, maxProperties, required = [] } = schema;
  const keys = Object.keys(value);
  const missing = required
    .filter(key => getOwn(value, key) === undefined)
    .map(
      (key): FieldError => ({
        type: 'Required',
        field: childPath(path, key),
        detail: 'must be there',
      }),
    );
  return [
    ...checkSize(keys.length, [minProperties, maxProperties], 'fields', path),
    ...missing,
    ...keys.flatMap(key => {
      const property = propertySchema(schema, key);
      return property && value[key] !== undefined
        ? validateSchema(value[key], property, childPath(path, key))
        : [];
    }),
  ];
}

function checkSize(
  size: number,
  [min, max]: readonly [number | undefined, number | undefined],
  what: string,
  field: string,
): FieldError[] {
  if (max !== undefined && size > max) {
    const detail = `must have at most ${max} ${what}, but it has ${size}`;
    return [{ type: 'TooMany', field, detail }];
  }
  if (min !== undefined && size < min) {
    const detail = `must have at least ${min} ${what}, but it has ${size}`;
    return [{ type: 'Invalid', field, detail }];
  }
  return [];
}
