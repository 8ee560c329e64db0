/**
 * One call in a CEL expression.
 * @internal
 */
export interface CelCall {
  readonly name: string;
  /** Whether it stands after a dot. */
  readonly isMember: boolean;
  /** The arguments as they are written, calls in them rewritten already. */
  readonly args: readonly string[];
}

/**
 * Writes calls of an expression otherwise, the innermost first; what is in texts and comments stays. An
 * expression that is not well formed stays as it is from where it is not: parsing it says why.
 *
 * @param rewrite - undefined to leave a call as it is
 * @throws Error when it is nested deeper than the API server parses
 * @internal
 */
export function rewriteCalls(
  expression: string,
  rewrite: (call: CelCall) => string | undefined,
): string {
  const reader = new CallReader(expression, rewrite);
  const { parts } = reader.readParts(0);
  return `${parts.join(',')}${expression.slice(reader.position)}`;
}

/** Source: `cel.NewEnv` of cel-go: `defaultMaxRecursionDepth` of its parser. */
const MOST_NESTED = 250;

const closerOf: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
};

/** A text (its prefix says whether it is raw), a comment, a word, or any other one character. */
const token =
  /([rR]?[bB]?[rR]?)("""|'''|"|')|\/\/[^\n]*|[A-Za-z_]\w*|\d\w*|[\s\S]/y;

class CallReader {
  position = 0;

  constructor(
    private readonly text: string,
    private readonly rewrite: (call: CelCall) => string | undefined,
  ) {}

  /** Reads up to what closes the group that is open, or to the end. */
  readParts(depth: number): { parts: string[]; closer: string } {
    if (depth > MOST_NESTED) {
      throw new Error('The expression is nested too deeply');
    }
    const parts: string[] = [];
    let part: string[] = [];
    for (;;) {
      const { text, word } = this.readToken();
      if (text === '' || text === ')' || text === ']' || text === '}') {
        return { parts: [...parts, part.join('')], closer: text };
      }
      if (text === ',') {
        parts.push(part.join(''));
        part = [];
      } else if (word && this.isBeforeCall()) {
        part.push(this.readCall(word, isAfterDot(part), depth));
      } else if (closerOf[text]) {
        const inner = this.readParts(depth + 1);
        part.push(`${text}${inner.parts.join(',')}${inner.closer}`);
      } else {
        part.push(text);
      }
    }
  }

  private readCall(name: string, isMember: boolean, depth: number): string {
    this.position = this.text.indexOf('(', this.position) + 1;
    const { parts, closer } = this.readParts(depth + 1);
    const whole = `${name}(${parts.join(',')}${closer}`;
    const args = parts.length === 1 && !parts[0]?.trim() ? [] : parts;
    return closer === ')'
      ? this.rewrite({ name, isMember, args }) ?? whole
      : whole;
  }

  private isBeforeCall(): boolean {
    let at = this.position;
    while (/\s/.test(this.text[at] ?? '')) {
      at += 1;
    }
    return this.text[at] === '(';
  }

  private readToken(): { text: string; word?: string } {
    token.lastIndex = this.position;
    const match = token.exec(this.text);
    if (!match) {
      return { text: '' };
    }
    const [text, prefix = '', quote] = match;
    const start = this.position;
    this.position += text.length;
    if (quote) {
      this.position = endOfText(this.text, this.position, {
        quote,
        isRaw: /r/i.test(prefix),
      });
      return { text: this.text.slice(start, this.position) };
    }
    return /^[A-Za-z_]/.test(text) ? { text, word: text } : { text };
  }
}

function isAfterDot(part: readonly string[]): boolean {
  const before = part.findLast(each => each.trim() !== '');
  return before?.endsWith('.') === true || before === '?';
}

function endOfText(
  text: string,
  start: number,
  { quote, isRaw }: { readonly quote: string; readonly isRaw: boolean },
): number {
  let at = start;
  while (at < text.length && !text.startsWith(quote, at)) {
    at += text[at] === '\\' && !isRaw ? 2 : 1;
  }
  return Math.min(at + quote.length, text.length);
}
