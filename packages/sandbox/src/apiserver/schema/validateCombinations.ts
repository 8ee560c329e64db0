import type { FieldError } from '../status/FieldError';
import type { JsonSchema } from './JsonSchema';

type Validate = (
  value: unknown,
  schema: JsonSchema,
  path: string,
) => FieldError[];

/**
 * `allOf`, `anyOf`, `oneOf`, `not`, with the words of k8s.io/kube-openapi/pkg/validation/validate.
 * @internal
 */
export function validateCombinations(
  value: unknown,
  schema: JsonSchema,
  path: string,
  validate: Validate,
): FieldError[] {
  return [
    ...checkAnyOf(value, schema, path, validate),
    ...checkOneOf(value, schema, path, validate),
    ...(schema.allOf ?? []).flatMap(part => validate(value, part, path)),
    ...checkNot(value, schema, path, validate),
  ];
}

function checkAnyOf(
  value: unknown,
  { anyOf }: JsonSchema,
  path: string,
  validate: Validate,
): FieldError[] {
  if (!anyOf || anyOf.length === 0) {
    return [];
  }
  const outcomes = anyOf.map(part => validate(value, part, path));
  return outcomes.some(errors => errors.length === 0)
    ? []
    : [
        violated(path, 'must validate at least one schema (anyOf)'),
        ...closest(outcomes),
      ];
}

function checkOneOf(
  value: unknown,
  { oneOf }: JsonSchema,
  path: string,
  validate: Validate,
): FieldError[] {
  if (!oneOf || oneOf.length === 0) {
    return [];
  }
  const outcomes = oneOf.map(part => validate(value, part, path));
  const valid = outcomes.filter(errors => errors.length === 0).length;
  if (valid === 1) {
    return [];
  }
  const found =
    valid === 0 ? 'Found none valid' : `Found ${valid} valid alternatives`;
  return [
    violated(path, `must validate one and only one schema (oneOf). ${found}`),
    ...(valid === 0 ? closest(outcomes) : []),
  ];
}

function checkNot(
  value: unknown,
  { not }: JsonSchema,
  path: string,
  validate: Validate,
): FieldError[] {
  return not && validate(value, not, path).length === 0
    ? [violated(path, 'must not validate the schema (not)')]
    : [];
}

function violated(path: string, detail: string): FieldError {
  return {
    type: 'Invalid',
    field: path || '<nil>',
    value: '',
    detail: `"${path}" ${detail}`,
  };
}

/** Like the API server, names only what the alternative that fits best still lacks. */
function closest(outcomes: readonly FieldError[][]): FieldError[] {
  return outcomes.reduce<FieldError[]>(
    (best, errors) =>
      best.length === 0 || errors.length < best.length ? errors : best,
    [],
  );
}
