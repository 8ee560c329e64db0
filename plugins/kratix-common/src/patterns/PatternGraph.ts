import type { AST } from '@eslint-community/regexpp';
import {
  anyCharacter,
  rangesOf,
  type CharacterRanges,
} from './CharacterRanges';

/**
 * A pattern as the positions that take a character, with those that may come next (Glushkov's automaton). A
 * successor that can be reached in two ways is there twice.
 * @internal
 */
export interface PatternGraph {
  readonly takes: readonly CharacterRanges[];
  readonly next: readonly (readonly number[])[];
  readonly first: readonly number[];
  /** The position that skips text before the match, in a pattern without an anchor. */
  readonly skipping?: number;
}

/**
 * The graph of a pattern; undefined for one that it cannot tell the cost of: too long, with look-around or
 * back-references, or with several ways to take nothing.
 * @internal
 */
export function toPatternGraph(pattern: AST.Pattern): PatternGraph | undefined {
  try {
    return new GraphBuilder().build(pattern);
  } catch (error) {
    if (error instanceof TooHard) {
      return undefined;
    }
    throw error;
  }
}

const maxPositions = 100;

class TooHard extends Error {}

/** A part of a pattern: where it begins, where it ends, and whether it may take nothing. */
interface Part {
  readonly first: readonly number[];
  readonly last: readonly number[];
  readonly isNullable: boolean;
}

const nothing: Part = { first: [], last: [], isNullable: true };

class GraphBuilder {
  private readonly takes: CharacterRanges[] = [];
  private readonly next: number[][] = [];
  /** Conditions between characters; where there are any, the end of the graph is not yet a match. */
  private conditions = 0;

  build({ alternatives }: AST.Pattern): PatternGraph {
    const isAnchored = alternatives.every(({ elements: [start] }) =>
      isStart(start),
    );
    const whole = this.alternatives(alternatives);
    if (this.conditions === (isAnchored ? alternatives.length : 0)) {
      // Whoever gets here has found a match, and does not try anything else.
      whole.last.forEach(position => this.next[position]?.splice(0));
    }
    if (isAnchored) {
      return { takes: this.takes, next: this.next, first: whole.first };
    }
    // Without an anchor, every place in the text is tried as the beginning.
    const skipped = this.position(anyCharacter);
    this.connect(skipped, skipped);
    this.connect(skipped, whole);
    return {
      takes: this.takes,
      next: this.next,
      first: [...skipped.first, ...whole.first],
      skipping: this.takes.length - 1,
    };
  }

  private alternatives(nodes: readonly AST.Alternative[]): Part {
    const parts = nodes.map(({ elements }) =>
      elements
        .map(element => this.element(element))
        .reduce((before, after) => this.sequence(before, after), nothing),
    );
    if (parts.filter(({ isNullable }) => isNullable).length > 1) {
      throw new TooHard();
    }
    return {
      first: parts.flatMap(({ first }) => first),
      last: parts.flatMap(part => part.last),
      isNullable: parts.some(({ isNullable }) => isNullable),
    };
  }

  private element(node: AST.Element): Part {
    switch (node.type) {
      case 'Character':
      case 'CharacterSet':
      case 'CharacterClass':
        return this.position(rangesOf(node));
      case 'Group':
      case 'CapturingGroup':
        return this.alternatives(node.alternatives);
      case 'Quantifier':
        return this.repeat(node);
      case 'Assertion':
        if (node.kind === 'lookahead' || node.kind === 'lookbehind') {
          throw new TooHard();
        }
        this.conditions += 1;
        return nothing;
      default:
        throw new TooHard();
    }
  }

  /** More than once counts as without end: what is harmless without a limit is so with one. */
  private repeat({ min, max, element }: AST.Quantifier): Part {
    const part = this.element(element);
    if (max > 1) {
      if (part.isNullable) {
        throw new TooHard();
      }
      this.connect(part, part);
    }
    return { ...part, isNullable: part.isNullable || min === 0 };
  }

  private sequence(before: Part, after: Part): Part {
    this.connect(before, after);
    return {
      first: before.isNullable
        ? [...before.first, ...after.first]
        : before.first,
      last: after.isNullable ? [...before.last, ...after.last] : after.last,
      isNullable: before.isNullable && after.isNullable,
    };
  }

  private connect({ last }: Part, { first }: Part): void {
    last.forEach(position => this.next[position]?.push(...first));
  }

  private position(takes: CharacterRanges): Part {
    const position = this.takes.push(takes) - 1;
    if (position >= maxPositions) {
      throw new TooHard();
    }
    this.next.push([]);
    return { first: [position], last: [position], isNullable: false };
  }
}

function isStart(element: AST.Element | undefined): boolean {
  return element?.type === 'Assertion' && element.kind === 'start';
}
