import { isObject } from '../kubernetes/readField';
import {
  childPath,
  fieldOf,
  invalidInBody,
  notSupported,
  tooMany,
  type FieldError,
} from './FieldError';
import { equalJson, getOwn } from './json';
import { failed, matched, sum, type Outcome } from './Outcome';
import { propertySchema, type StructuralSchema } from './StructuralSchema';
import { judgeCombinations } from './validateCombinations';
import { judgeNumber } from './judgeNumber';
import { judgeString } from './judgeString';
import { judgeType } from './judgeType';

/**
 * Checks a value against a schema, by the rules, in the order and in the words of the API server.
 * Sources: k8s.io/kube-openapi/pkg/validation/validate, errors/schema.go beside it, and
 * `kubeOpenAPIResultToFieldErrors` of apiextensions-apiserver/pkg/apiserver/validation/validation.go (1.36).
 * @alpha
 */
export function validateSchema(
  value: unknown,
  schema: StructuralSchema,
  path: string,
): FieldError[] {
  return [...judgeValue(value, schema, path).errors];
}

/** The order is that of `NewSchemaValidator`, and each validator that applies counts. */
function judgeValue(
  value: unknown,
  schema: StructuralSchema,
  path: string,
): Outcome {
  if (value === null) {
    return sum([
      judgeType(value, schema, path),
      failed(...checkEnum(value, schema, path)),
    ]);
  }
  return sum([
    judgeType(value, schema, path),
    judgeCombinations(value, schema, path, judgeValue),
    judgeScalar(value, schema, path),
    Array.isArray(value) ? judgeArray(value, schema, path) : matched(0),
    failed(...checkEnum(value, schema, path)),
    isObject(value) ? judgeObject(value, schema, path) : matched(0),
  ]);
}

/** Also of a value of the wrong type, which then has two causes. */
function checkEnum(
  value: unknown,
  { enum: choices }: StructuralSchema,
  path: string,
): FieldError[] {
  return choices && !choices.some(choice => isChoice(value, choice))
    ? [notSupported(path, value, choices)]
    : [];
}

/** Go compares after conversion: 1.5 is 1 where the choice is a whole number. Source: `Enum` of values.go. */
function isChoice(value: unknown, choice: unknown): boolean {
  return (
    equalJson(choice, value) ||
    (typeof value === 'number' && Math.trunc(value) === choice)
  );
}

function judgeScalar(
  value: unknown,
  schema: StructuralSchema,
  path: string,
): Outcome {
  if (typeof value === 'string') {
    return judgeString(value, schema, path);
  }
  return typeof value === 'number'
    ? judgeNumber(value, schema, path)
    : matched(0);
}

function judgeArray(
  value: readonly unknown[],
  { minItems, maxItems, items }: StructuralSchema,
  path: string,
): Outcome {
  const size = value.length;
  const errors: FieldError[] = [];
  if (minItems !== undefined && size < minItems) {
    const detail = `should have at least ${minItems} items`;
    errors.push(invalidInBody(path, size, detail));
  }
  if (maxItems !== undefined && size > maxItems) {
    errors.push(tooMany(path, size, maxItems));
  }
  return sum([
    ...(items
      ? value.map((item, index) => judgeValue(item, items, `${path}[${index}]`))
      : []),
    { errors, matches: 2 },
  ]);
}

function judgeObject(
  value: Record<string, unknown>,
  schema: StructuralSchema,
  path: string,
): Outcome {
  const keys = Object.keys(value).filter(key => value[key] !== undefined);
  const missing = (schema.required ?? [])
    .filter(key => getOwn(value, key) === undefined)
    .map(
      (key): FieldError => ({
        type: 'Required',
        field: childPath(fieldOf(path), key),
      }),
    );
  return sum([
    { errors: checkSize(keys.length, schema, path), matches: 1 },
    ...keys.map(key => {
      const property = propertySchema(schema, key);
      return property
        ? judgeValue(value[key], property, pathOf(schema, path, key))
        : matched(0);
    }),
    failed(...missing),
  ]);
}

/** Below what has no path, a key of a map has one that begins with a dot. */
function pathOf(schema: StructuralSchema, path: string, key: string): string {
  return schema.properties?.has(key) ? childPath(path, key) : `${path}.${key}`;
}

function checkSize(
  size: number,
  { minProperties, maxProperties }: StructuralSchema,
  path: string,
): FieldError[] {
  const errors: FieldError[] = [];
  if (minProperties !== undefined && size < minProperties) {
    const detail = `should have at least ${minProperties} properties`;
    errors.push(invalidInBody(path, size, detail));
  }
  if (maxProperties !== undefined && size > maxProperties) {
    errors.push(tooMany(path, size, maxProperties));
  }
  return errors;
}
