import type { FieldError } from './FieldError';

/**
 * What a part of a schema says about a value. How much of it fits decides which of several alternatives is
 * told of when none does.
 * Source: `Result` of k8s.io/kube-openapi/pkg/validation/validate/result.go (1.36).
 * @internal
 */
export interface Outcome {
  readonly errors: readonly FieldError[];
  readonly matches: number;
}

/** @internal */
export function failed(...errors: FieldError[]): Outcome {
  return { errors, matches: 0 };
}

/** @internal */
export function matched(matches: number): Outcome {
  return { errors: [], matches };
}

/** All of them together; what is said twice is said once, as `AddErrors` of that file does. @internal */
export function sum(outcomes: readonly Outcome[]): Outcome {
  const errors = outcomes.flatMap(outcome => outcome.errors);
  return {
    errors: errors.length > 1 ? unique(errors) : errors,
    matches: outcomes.reduce((total, { matches }) => total + matches, 0),
  };
}

function unique(errors: readonly FieldError[]): FieldError[] {
  const said = new Map(
    errors.map(error => [
      `${error.type}\n${error.field}\n${error.detail ?? ''}`,
      error,
    ]),
  );
  return [...said.values()];
}
