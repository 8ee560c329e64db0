import { Environment } from '@marcbachmann/cel-js';
import { toCelValue } from './toCelValue';
import { registerKubernetesLibrary } from './kubernetesLibrary';

/** A compiled CEL expression. The only file that knows which library evaluates it. @internal */
export interface CelProgram {
  /** Throws when the expression cannot be evaluated for these values. */
  evaluate(variables: { self: unknown; oldSelf?: unknown }): unknown;
}

/** Throws when the expression cannot be parsed. @internal */
export function compileCel(expression: string): CelProgram {
  const program = environment().parse(expression);
  return {
    evaluate: ({ self, oldSelf }) =>
      program({
        self: toCelValue(self),
        ...(oldSelf === undefined ? {} : { oldSelf: toCelValue(oldSelf) }),
      }),
  };
}

const memo: { environment?: Environment } = {};

function environment(): Environment {
  memo.environment ??= registerKubernetesLibrary(
    new Environment({
      unlistedVariablesAreDyn: true,
      enableOptionalTypes: true,
      homogeneousAggregateLiterals: false,
    }),
  );
  return memo.environment;
}
