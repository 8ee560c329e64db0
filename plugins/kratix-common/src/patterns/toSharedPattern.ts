import {
  RegExpParser,
  visitRegExpAST,
  type AST,
} from '@eslint-community/regexpp';

/**
 * The pattern as JavaScript must read it to mean what it means to the API server (RE2, Go's `regexp`);
 * undefined where it cannot say the same. Most patterns are the same in both.
 *
 * @remarks
 * Of what both take, these mean different things: `.` (JavaScript stops at four kinds of line ends, RE2 at
 * one), `\\s` (RE2 knows ASCII only), and whatever only JavaScript has (look-around, references back,
 * `\\u`, `\\c`, `\\k`), which RE2 refuses.
 * Source: https://github.com/google/re2/wiki/Syntax.
 * @internal
 */
export function toSharedPattern(pattern: string): string | undefined {
  if (/\\[cuk]|\[\[:|\[\[\./.test(pattern)) {
    return undefined;
  }
  try {
    const ast = new RegExpParser().parsePattern(pattern, undefined, undefined, {
      unicode: true,
    });
    return replaceParts(pattern, ast);
  } catch {
    return undefined; // JavaScript cannot read it
  }
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string | undefined;
}

function replaceParts(pattern: string, ast: AST.Pattern): string | undefined {
  const parts: Part[] = [];
  const add = ({ start, end }: AST.Node, text: string | undefined) =>
    parts.push({ start, end, text });
  visitRegExpAST(ast, {
    onCharacterSetEnter: node => addCharacterSet(node, add),
    onAssertionEnter: node => {
      if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
        add(node, undefined);
      }
    },
    onBackreferenceEnter: node => add(node, undefined),
  });
  return parts.reduceRight<string | undefined>(
    (text, part) =>
      text === undefined || part.text === undefined
        ? undefined
        : text.slice(0, part.start) + part.text + text.slice(part.end),
    pattern,
  );
}

const spaces = '\\t\\n\\f\\r ';

function addCharacterSet(
  node: AST.CharacterSet,
  add: (node: AST.Node, text: string | undefined) => void,
): void {
  const isInClass = node.parent.type === 'CharacterClass';
  if (node.kind === 'any') {
    add(node, '[^\\n]');
  } else if (node.kind === 'space') {
    const outside = node.negate ? `[^${spaces}]` : `[${spaces}]`;
    const inside = node.negate ? undefined : spaces;
    add(node, isInClass ? inside : outside);
  }
}
