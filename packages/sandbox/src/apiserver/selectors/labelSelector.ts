import { badRequest } from '../status/StatusError';
import type { Token } from './labelTokens';
import { tokenize } from './labelTokens';

/** @internal */
export type LabelMatcher = (
  labels: Readonly<Record<string, string>> | undefined,
) => boolean;

type Labels = Readonly<Record<string, string>>;
type Requirement = (labels: Labels) => boolean;

/**
 * Compiles `a=b,c!=d,e in (f,g),h notin (i),j,!k`.
 * Source of the grammar and the words: k8s.io/apimachinery/pkg/labels/selector.go.
 * @internal
 */
export function compileLabelSelector(selector?: string): LabelMatcher {
  const requirements = new Parser(tokenize(selector ?? '')).parse();
  return labels => requirements.every(matches => matches(labels ?? {}));
}

const operators = ['in', 'notin', '=', '==', '!=', 'gt', 'lt'];

/** Recursive descent over the tokens, as Go's `labels.Parser`. */
class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Requirement[] {
    const requirements: Requirement[] = [];
    if (this.#peek().kind === 'end') {
      return requirements;
    }
    for (;;) {
      const { kind, text } = this.#peek();
      if (kind !== 'word' && text !== '!') {
        throw wrong(text, "!, identifier, or 'end of string'");
      }
      requirements.push(this.#requirement());
      const separator = this.#take();
      if (separator.kind === 'end') {
        return requirements;
      }
      if (separator.text !== ',') {
        throw wrong(separator.text, "',' or 'end of string'");
      }
      const after = this.#peek();
      if (after.kind !== 'word' && after.text !== '!') {
        throw wrong(after.text, "identifier after ','");
      }
    }
  }

  #requirement(): Requirement {
    const isNegated = this.#peek().text === '!';
    if (isNegated) {
      this.#take();
    }
    const key = this.#take();
    if (key.kind !== 'word') {
      throw wrongRequirement(key.text, 'identifier');
    }
    const has = (labels: Labels) => Object.hasOwn(labels, key.text);
    if (isNegated) {
      return labels => !has(labels);
    }
    if (this.#isAtEnd()) {
      return has;
    }
    const operator = this.#take().text;
    switch (operator) {
      case '=':
      case '==':
      case 'in':
      case '!=':
      case 'notin': {
        const values =
          operator === 'in' || operator === 'notin'
            ? this.#values()
            : [this.#value()];
        const isIn = (labels: Labels) =>
          has(labels) && values.includes(labels[key.text] ?? '');
        return operator === '!=' || operator === 'notin'
          ? labels => !isIn(labels)
          : isIn;
      }
      case '>':
      case '<': {
        const limit = Number(this.#value());
        return labels =>
          has(labels) &&
          (operator === '>'
            ? Number(labels[key.text]) > limit
            : Number(labels[key.text]) < limit);
      }
      default:
        throw wrongRequirement(operator, operators.join(', '));
    }
  }

  #value(): string {
    if (this.#isAtEnd()) {
      return '';
    }
    const { kind, text } = this.#take();
    if (kind !== 'word') {
      throw wrongRequirement(text, 'identifier');
    }
    return text;
  }

  #values(): string[] {
    const open = this.#take();
    if (open.text !== '(') {
      throw badRequest(
        `unable to parse requirement: found '${open.text}' expected: '('`,
      );
    }
    const values: string[] = [];
    let isValueDue = true;
    for (;;) {
      const { kind, text } = this.#take();
      if (text === ')') {
        return isValueDue ? [...values, ''] : values;
      }
      if (kind === 'word' && isValueDue) {
        values.push(text);
        isValueDue = false;
      } else if (text === ',') {
        if (isValueDue) {
          values.push('');
        }
        isValueDue = true;
      } else {
        throw wrongRequirement(
          text,
          isValueDue ? "',', or identifier" : "',' or ')'",
        );
      }
    }
  }

  #isAtEnd(): boolean {
    const { kind, text } = this.#peek();
    return kind === 'end' || text === ',';
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { kind: 'end', text: '' };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }
}

function wrong(found: string, expected: string): Error {
  return badRequest(`found '${found}', expected: ${expected}`);
}

function wrongRequirement(found: string, expected: string): Error {
  return badRequest(
    `unable to parse requirement: found '${found}', expected: ${expected}`,
  );
}
