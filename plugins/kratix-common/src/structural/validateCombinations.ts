import type { FieldError } from './FieldError';
import type { StructuralSchema } from './StructuralSchema';

type Validate = (
  value: unknown,
  schema: StructuralSchema,
  path: string,
) => FieldError[];

/**
 * `allOf`, `anyOf`, `oneOf`, `not`.
 * Source: k8s.io/kube-openapi/pkg/validation/validate/schema_props.go (1.36).
 * @internal
 */
export function validateCombinations(
  value: unknown,
  schema: StructuralSchema,
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
  { anyOf }: StructuralSchema,
  path: string,
  validate: Validate,
): FieldError[] {
  if (!anyOf) {
    return [];
  }
  const outcomes = anyOf.map(part => validate(value, part, path));
  return outcomes.some(errors => errors.length === 0)
    ? []
    : [
        violated(path, 'fits none of the alternatives (anyOf)'),
        ...closest(outcomes),
      ];
}

function checkOneOf(
  value: unknown,
  { oneOf }: StructuralSchema,
  path: string,
  validate: Validate,
): FieldError[] {
  if (!oneOf) {
    return [];
  }
  const outcomes = oneOf.map(part => validate(value, part, path));
  const valid = outcomes.filter(errors => errors.length === 0).length;
  if (valid === 1) {
    return [];
  }
  return valid === 0
    ? [
        violated(path, 'fits none of the alternatives (oneOf)'),
        ...closest(outcomes),
      ]
    : [
        violated(
          path,
          `must fit one alternative only, but it fits ${valid} (oneOf)`,
        ),
      ];
}

function checkNot(
  value: unknown,
  { not }: StructuralSchema,
  path: string,
  validate: Validate,
): FieldError[] {
  return not && validate(value, not, path).length === 0
    ? [violated(path, 'is what it must not be (not)')]
    : [];
}

function violated(field: string, detail: string): FieldError {
  return { type: 'Invalid', field, detail };
}

/** Names only what the alternative that fits best still lacks. */
function closest(outcomes: readonly FieldError[][]): FieldError[] {
  return outcomes.reduce<FieldError[]>(
    (best, errors) =>
      best.length === 0 || errors.length < best.length ? errors : best,
    [],
  );
}
