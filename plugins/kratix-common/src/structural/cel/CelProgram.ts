import {
  Environment,
  Optional,
  serialize,
  type ASTNode,
} from '@marcbachmann/cel-js';
import { withoutOptMap } from './addOptionalMaps';
import type { CelBudget } from './CelBudget';
import { registerKubernetesLibrary } from './kubernetesLibrary';
import { meterProgram, type CelMeter } from './meterProgram';
import { rewriteCalls, type CelCall } from './rewriteCalls';
import { withTwoVariables } from './withTwoVariables';

/**
 * A compiled CEL expression. The only file that knows which library evaluates it.
 * @internal
 */
export interface CelProgram {
  /** Throws when the expression cannot be evaluated for these values (`toCelValue`), or within the budget. */
  evaluate(
    variables: Readonly<Record<string, unknown>>,
    budget?: CelBudget,
  ): unknown;
}

/** Throws when the expression cannot be parsed. @internal */
export function compileCel(expression: string): CelProgram {
  return compileDialect(toDialect(expression));
}

function compileDialect(dialect: string): CelProgram {
  const program = environment().parse(dialect);
  const meter: CelMeter = { budget: undefined };
  meterProgram(program.ast, meter);
  return {
    evaluate: (variables, budget) => {
      meter.budget = budget;
      try {
        return program({ ...variables });
      } catch (error) {
        throw budget?.isSpent
          ? error
          : leftmost(program.ast, error, { variables, budget });
      } finally {
        meter.budget = undefined;
      }
    },
  };
}

/** A value that may be missing: `hasValue()` of none is false. @internal */
export function toCelOptional(value: unknown): unknown {
  return value === undefined ? Optional.none() : Optional.of(value);
}

/**
 * What our library writes otherwise. Its own `matches` reads patterns as JavaScript does, not as RE2; its own
 * `value()` loses the type of what an optional holds; its own `join` makes texts of any length.
 */
function toDialect(expression: string): string {
  return rewriteCalls(withoutOptMap(expression), call => {
    const { name, isMember, args } = call;
    const renamed = isMember ? dialect.get(name) : undefined;
    return (
      withTwoVariables(call) ??
      (renamed && `${renamed}(${args.join(',')})`) ??
      (isMember ? undefined : withoutIndexedHas(call))
    );
  });
}

const dialect = new Map([
  ['matches', 'matchesRe2'],
  ['value', 'optValue'],
  ['join', 'joinTexts'],
  ['existsOne', 'exists_one'],
]);

/** Our library takes no index within `has()`, which CEL does: `has(self.list[0].name)`. */
function withoutIndexedHas({ name, args: [arg = ''] }: CelCall) {
  const [, holder, field] =
    /^(.*\S)\s*\.\s*([A-Za-z_]\w*)\s*$/s.exec(arg) ?? [];
  return name === 'has' && holder?.includes('[')
    ? `("${field}" in ${holder.trim()})`
    : undefined;
}

/** When both sides of `||` or `&&` fail, CEL tells of the left one; our library tells of the right one. */
function leftmost(
  ast: ASTNode,
  error: unknown,
  given: {
    readonly variables: Readonly<Record<string, unknown>>;
    readonly budget: CelBudget | undefined;
  },
): unknown {
  if (ast.op !== '||' && ast.op !== '&&') {
    return error;
  }
  const [left] = ast.args;
  const text = serialize(left);
  try {
    // Reading it again costs too.
    given.budget?.charge(text.length);
    compileDialect(text).evaluate(given.variables, given.budget);
    return error;
  } catch (earlier) {
    return earlier;
  }
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
