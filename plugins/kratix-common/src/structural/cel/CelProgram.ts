import {
  Environment,
  Optional,
  serialize,
  type ASTNode,
} from '@marcbachmann/cel-js';
import { withoutOptMap } from './addOptionalMaps';
import { registerKubernetesLibrary } from './kubernetesLibrary';

/**
 * A compiled CEL expression. The only file that knows which library evaluates it.
 * @internal
 */
export interface CelProgram {
  /** Throws when the expression cannot be evaluated for these values (`toCelValue`). */
  evaluate(variables: Readonly<Record<string, unknown>>): unknown;
}

/** Throws when the expression cannot be parsed. @internal */
export function compileCel(expression: string): CelProgram {
  const program = environment().parse(toDialect(expression));
  return {
    evaluate: variables => {
      try {
        return program({ ...variables });
      } catch (error) {
        throw leftmost(program.ast, error, variables);
      }
    },
  };
}

/** A value that may be missing: `hasValue()` of none is false. @internal */
export function toCelOptional(value: unknown): unknown {
  return value === undefined ? Optional.none() : Optional.of(value);
}

/**
 * What our library writes otherwise. Its own `matches` reads patterns as JavaScript does, not as RE2, and its
 * own `value()` loses the type of what an optional holds.
 */
function toDialect(expression: string): string {
  return withoutOptMap(withoutIndexedHas(expression))
    .replace(/\.matches\(/g, '.matchesRe2(')
    .replace(/\.value\(\)/g, '.optValue()');
}

/** Our library takes no index within `has()`, which CEL does: `has(self.list[0].name)`. */
function withoutIndexedHas(expression: string): string {
  return expression.replace(
    /\bhas\(\s*([^()]*\[[^()]*\][^()]*)\.([A-Za-z_]\w*)\s*\)/g,
    '("$2" in $1)',
  );
}

/** When both sides of `||` or `&&` fail, CEL tells of the left one; our library tells of the right one. */
function leftmost(
  ast: ASTNode,
  error: unknown,
  variables: Readonly<Record<string, unknown>>,
): unknown {
  if (ast.op !== '||' && ast.op !== '&&') {
    return error;
  }
  const [left] = ast.args;
  try {
    environment().parse(serialize(left))({ ...variables });
    return error;
  } catch (earlier) {
    return leftmost(left, earlier, variables);
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
