import type { CelCall } from './rewriteCalls';

/**
 * The macros with two variables, which our library lacks, in terms of those with one: of a list the first is
 * the index, of a map the key. Undefined for any other call.
 * Source: github.com/google/cel-go/ext/comprehensions.go, which Kubernetes has since 1.33
 * (apiserver/pkg/cel/environment/base.go).
 * @internal
 */
export function withTwoVariables({
  name,
  isMember,
  args,
}: CelCall): string | undefined {
  const [first, second, ...bodies] = args.map(arg => arg.trim());
  if (!isMember || !isName(first) || !isName(second) || bodies.length === 0) {
    return undefined;
  }
  const within = (body: string | undefined) =>
    `cel.bind(${first}, ${entry}.entryKey(), cel.bind(${second}, ${entry}.entryValue(), ${body}))`;
  const isOne = bodies.length === 1;
  // `map(x, filter, transform)` has three arguments too; it has one variable.
  switch (name) {
    case 'all':
    case 'exists':
    case 'exists_one':
    case 'existsOne': {
      const macro = name === 'existsOne' ? 'exists_one' : name;
      return isOne
        ? `celEntries().${macro}(${entry}, ${within(bodies[0])})`
        : undefined;
    }
    case 'transformList':
      return `celEntries().map(${entry}, ${bodies.map(within).join(', ')})`;
    case 'transformMap': {
      const result = `celEntry(${entry}.entryKey(), ${within(bodies.at(-1))})`;
      return toMap([...bodies.slice(0, -1).map(within), result]);
    }
    case 'transformMapEntry': {
      const result = `celOnlyEntry(${within(bodies.at(-1))})`;
      return toMap([...bodies.slice(0, -1).map(within), result]);
    }
    default:
      return undefined;
  }
}

/** No rule can hold this name: two underlines begin escaped names of fields only. */
const entry = '__entry';

function toMap(args: readonly string[]): string {
  return `celEntries().map(${entry}, ${args.join(', ')}).celToMap()`;
}

function isName(text: string | undefined): text is string {
  return text !== undefined && /^[A-Za-z_]\w*$/.test(text);
}
