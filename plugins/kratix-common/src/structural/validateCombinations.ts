import { unnamed } from './FieldError';
import { failed, matched, sum, type Outcome } from './Outcome';
import type { StructuralSchema } from './StructuralSchema';

type Judge = (
  value: unknown,
  schema: StructuralSchema,
  path: string,
) => Outcome;

/**
 * `anyOf`, `oneOf`, `allOf`, `not`.
 * Source: `schemaPropsValidator` of k8s.io/kube-openapi/pkg/validation/validate/schema_props.go (1.36).
 * @internal
 */
export function judgeCombinations(
  value: unknown,
  { anyOf = [], oneOf = [], allOf = [], not }: StructuralSchema,
  path: string,
  judge: Judge,
): Outcome {
  const ask = (part: StructuralSchema) => judge(value, part, path);
  return sum([
    matched(2),
    judgeAnyOf(anyOf.map(ask), path),
    judgeOneOf(oneOf.map(ask), path),
    judgeAllOf(allOf.map(ask), path),
    not && isValid(ask(not))
      ? failed(unnamed(path, `"${path}" must not validate the schema (not)`))
      : matched(0),
  ]);
}

function judgeAnyOf(outcomes: readonly Outcome[], path: string): Outcome {
  if (outcomes.length === 0) {
    return matched(0);
  }
  return (
    outcomes.find(isValid) ??
    sum([
      failed(
        unnamed(path, `"${path}" must validate at least one schema (anyOf)`),
      ),
      closest(outcomes),
    ])
  );
}

function judgeOneOf(outcomes: readonly Outcome[], path: string): Outcome {
  if (outcomes.length === 0) {
    return matched(0);
  }
  const valid = outcomes.filter(isValid);
  if (valid.length === 1) {
    return valid[0] ?? matched(0);
  }
  const found =
    valid.length === 0
      ? 'Found none valid'
      : `Found ${valid.length} valid alternatives`;
  return sum([
    failed(
      unnamed(
        path,
        `"${path}" must validate one and only one schema (oneOf). ${found}`,
      ),
    ),
    ...(valid.length === 0 ? [closest(outcomes)] : []),
  ]);
}

function judgeAllOf(outcomes: readonly Outcome[], path: string): Outcome {
  const valid = outcomes.filter(isValid).length;
  if (valid === outcomes.length) {
    return sum(outcomes);
  }
  const more = valid === 0 ? '. None validated' : '';
  return sum([
    ...outcomes,
    failed(
      unnamed(path, `"${path}" must validate all the schemas (allOf)${more}`),
    ),
  ]);
}

function isValid({ errors }: Outcome): boolean {
  return errors.length === 0;
}

/** The API server names only what the first of those alternatives lacks that fit best. */
function closest(outcomes: readonly Outcome[]): Outcome {
  return outcomes.reduce((best, outcome) =>
    outcome.matches > best.matches ? outcome : best,
  );
}
