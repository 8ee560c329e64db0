import type { AST } from '@eslint-community/regexpp';

/**
 * Characters that one position of a pattern takes, as ascending ranges of code points.
 * @internal
 */
export type CharacterRanges = readonly (readonly [number, number])[];

const last = 0x10ffff;

/** @internal */
export const anyCharacter: CharacterRanges = [[0, last]];

/** @internal */
export function isOverlapping(a: CharacterRanges, b: CharacterRanges): boolean {
  return a.some(([from, to]) =>
    b.some(([start, end]) => from <= end && start <= to),
  );
}

/**
 * The characters of a set or class. Where that would need Unicode's tables, all of them: more than there are
 * is safe here.
 * @internal
 */
export function rangesOf(
  node: AST.Character | AST.CharacterSet | AST.CharacterClass,
): CharacterRanges {
  switch (node.type) {
    case 'Character':
      return [[node.value, node.value]];
    case 'CharacterSet':
      return rangesOfSet(node);
    default:
      return rangesOfClass(node);
  }
}

const digits: CharacterRanges = [[0x30, 0x39]];
const words: CharacterRanges = [
  [0x30, 0x39],
  [0x41, 0x5a],
  [0x5f, 0x5f],
  [0x61, 0x7a],
];
const spaces: CharacterRanges = [
  [0x09, 0x0d],
  [0x20, 0x20],
  [0xa0, 0xa0],
  [0x1680, 0x1680],
  [0x2000, 0x200a],
  [0x2028, 0x2029],
  [0x202f, 0x202f],
  [0x205f, 0x205f],
  [0x3000, 0x3000],
  [0xfeff, 0xfeff],
];

function rangesOfSet(node: AST.CharacterSet): CharacterRanges {
  const known = { digit: digits, word: words, space: spaces };
  if (node.kind === 'any' || node.kind === 'property') {
    return anyCharacter;
  }
  return node.negate ? complement(known[node.kind]) : known[node.kind];
}

function rangesOfClass(node: AST.CharacterClass): CharacterRanges {
  const parts = node.elements.map(element => {
    switch (element.type) {
      case 'Character':
        return rangesOf(element);
      case 'CharacterClassRange':
        return [[element.min.value, element.max.value]] as const;
      case 'CharacterSet':
        return element.kind === 'property' ? undefined : rangesOfSet(element);
      default:
        return undefined;
    }
  });
  if (parts.includes(undefined)) {
    return anyCharacter;
  }
  const ranges = parts.flatMap(part => part ?? []);
  return node.negate ? complement(ranges) : ranges;
}

function complement(ranges: CharacterRanges): CharacterRanges {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from > next) {
      gaps.push([next, from - 1]);
    }
    next = Math.max(next, to + 1);
  }
  return next <= last ? [...gaps, [next, last]] : gaps;
}
