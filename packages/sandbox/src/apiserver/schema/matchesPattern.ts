const compiled = new Map<string, RegExp | 'unsupported'>();
const maxCompiled = 2000;

/**
 * Matches like Go's `regexp.MatchString`, as far as JavaScript's expressions go: inline flags at the start and
 * `\A`, `\z` are translated. A pattern that JavaScript cannot read refuses nothing.
 * @internal
 */
export function matchesPattern(text: string, pattern: string): boolean {
  const expression = compile(pattern);
  return expression === 'unsupported' || expression.test(text);
}

/** @internal */
export function isPattern(pattern: string): boolean {
  return compile(pattern) !== 'unsupported';
}

function compile(pattern: string): RegExp | 'unsupported' {
  const known = compiled.get(pattern);
  if (known) {
    return known;
  }
  const expression = translate(pattern);
  if (compiled.size < maxCompiled) {
    compiled.set(pattern, expression);
  }
  return expression;
}

function translate(pattern: string): RegExp | 'unsupported' {
  const [, inline = '', body = ''] = /^(?:\(\?([ims]+)\))?([\s\S]*)$/.exec(
    pattern,
  ) ?? [undefined, '', pattern];
  const source = body
    .replace(/\\A/g, '^')
    .replace(/\\z/g, '$')
    .replace(/\(\?P</g, '(?<')
    .replace(/\[\[:alnum:\]\]/g, '[0-9A-Za-z]')
    .replace(/\[\[:alpha:\]\]/g, '[A-Za-z]')
    .replace(/\[\[:digit:\]\]/g, '[0-9]');
  try {
    return new RegExp(source, `${inline}u`);
  } catch {
    try {
      return new RegExp(source, inline);
    } catch {
      return 'unsupported';
    }
  }
}
