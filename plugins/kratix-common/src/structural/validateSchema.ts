import { isObject } from '../kubernetes/reading/readField';
import {
  childPath,
  fieldOf,
  invalidInBody,
  notSupported,
  tooMany,
  type FieldError,
} from './FieldError';
import { beforeItem, beforeKey, isAsBefore, type Before } from './Before';
import { equalJson, getOwn } from './json';
import { failed, matched, sum, type Outcome } from './Outcome';
import { propertySchema, type StructuralSchema } from './StructuralSchema';
import { judgeCombinations } from './validateCombinations';
import { judgeNumber } from './judging/judgeNumber';
import { judgeString } from './judging/judgeString';
import { judgeType } from './judging/judgeType';

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
  before?: Before,
): FieldError[] {
  return [...judgeUpdate({ value, before, path }, schema).errors];
}

interface Place {
  readonly value: unknown;
  readonly before: Before | undefined;
  readonly path: string;
}

/**
 * What did not change is not refused (`CRDValidationRatcheting`, on since Kubernetes 1.30).
 * Source: apiextensions-apiserver/pkg/apiserver/validation/ratcheting.go (1.36).
 */
function judgeUpdate(place: Place, schema: StructuralSchema): Outcome {
  const outcome = judgeAt(place, schema);
  const { value, before } = place;
  return before &&
    outcome.errors.length > 0 &&
    isAsBefore(before, value, schema)
    ? { ...outcome, errors: [] }
    : outcome;
}

/** The order is that of `NewSchemaValidator`, and each validator that applies counts. */
function judgeAt(place: Place, schema: StructuralSchema): Outcome {
  const { value, path } = place;
  if (value === null) {
    return sum([
      judgeType(value, schema, path),
      failed(...checkEnum(value, schema, path)),
    ]);
  }
  return sum([
    judgeType(value, schema, path),
    // What alternatives say is told by this place as a whole, and not forgiven further down.
    judgeCombinations(value, schema, path, judgeWithin),
    judgeScalar(value, schema, path),
    Array.isArray(value) ? judgeArray(value, schema, place) : matched(0),
    failed(...checkEnum(value, schema, path)),
    isObject(value) ? judgeObject(value, schema, place) : matched(0),
  ]);
}

function judgeWithin(
  value: unknown,
  schema: StructuralSchema,
  path: string,
): Outcome {
  return judgeAt({ value, before: undefined, path }, schema);
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
  schema: StructuralSchema,
  { path, before }: Place,
): Outcome {
  const { minItems, maxItems, items } = schema;
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
      ? value.map((item, index) =>
          judgeUpdate(
            {
              value: item,
              before: beforeItem(before, schema, item),
              path: `${path}[${index}]`,
            },
            items,
          ),
        )
      : []),
    { errors, matches: 2 },
  ]);
}

function judgeObject(
  value: Record<string, unknown>,
  schema: StructuralSchema,
  { path, before }: Place,
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
        ? judgeUpdate(
            {
              value: value[key],
              before: beforeKey(before, schema, key),
              path: pathOf(schema, path, key),
            },
            property,
          )
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
