import { RegExpParser } from '@eslint-community/regexpp';
import { isOverlapping } from './CharacterRanges';
import { toPatternGraph, type PatternGraph } from './PatternGraph';

/**
 * Whether a pattern takes time in proportion to the text, also where it does not match. Kubernetes reads
 * patterns with RE2, for which all of them do; JavaScript tries every way to read a text, and one pattern of a
 * Promise could stop Backstage. It may say no to a harmless pattern, never yes to a harmful one.
 *
 * @remarks
 * There are many ways to read a text only where two of them part (two successors that take the same
 * character) and both go round in circles afterwards: from a position p on a circle one reaches, with the
 * same text, both p and another q, and then q from both (Weber and Seidl 1991, "On the degree of ambiguity of
 * finite automata", EDA and IDA). Where they part without a circle, a handful is allowed.
 * @internal
 */
export function isLinearPattern(pattern: string): boolean {
  const known = verdicts.get(pattern);
  if (known !== undefined) {
    return known;
  }
  const verdict = judge(pattern);
  if (verdicts.size >= maxVerdicts) {
    verdicts.clear();
  }
  verdicts.set(pattern, verdict);
  return verdict;
}

/** The same few patterns stand in hundreds of fields, and each is asked about several times. */
const verdicts = new Map<string, boolean>();
const maxVerdicts = 2_000;

function judge(pattern: string): boolean {
  if (pattern.length > maxLength) {
    return false;
  }
  try {
    const graph = toPatternGraph(
      new RegExpParser().parsePattern(pattern, undefined, undefined, {
        unicode: true,
      }),
    );
    return graph !== undefined && isLinear(graph);
  } catch {
    return false; // JavaScript cannot read it
  }
}

const maxLength = 500;
const maxForks = 8;
/** Beyond this, the question costs more than the answer is worth. */
const maxSteps = 20_000;

function isLinear(graph: PatternGraph): boolean {
  if (countForks(graph) > maxForks) {
    return false;
  }
  const pairs = new PairWalk(graph);
  return graph.takes.every((_, position) => !pairs.isManyFrom(position));
}

/** A bound for the ways to read a text without going round in circles, as a power of two. */
function countForks(graph: PatternGraph): number {
  const { takes, next, first, skipping } = graph;
  const forks = [first, ...next].map(ways => {
    const real = ways.filter(way => way !== skipping);
    const alike = real.map(
      a =>
        real.filter(b => isOverlapping(takes[a] ?? [], takes[b] ?? [])).length,
    );
    return Math.log2(Math.max(1, ...alike));
  });
  return forks.reduce((sum, fork) => sum + fork, 0);
}

/** Two ways through the graph at once, with the same text. */
class PairWalk {
  private steps = 0;

  constructor(private readonly graph: PatternGraph) {}

  /** Whether the number of ways to read a text can grow with the text, from a circle through `position`. */
  isManyFrom(position: number): boolean {
    if (this.isTwiceOnCircle(position)) {
      return true;
    }
    return [...this.reach([position, position]).values()].some(([a, b]) => {
      if (a === b) {
        return false;
      }
      const isBackAtOne = a === position || b === position;
      const after = this.reach([a, b]);
      const other = a === position ? b : a;
      return (
        after.has(keyOf([position, position])) ||
        (isBackAtOne && after.has(keyOf([other, other])))
      );
    });
  }

  /** Whether a circle uses a step that is there twice. */
  private isTwiceOnCircle(position: number): boolean {
    const ways = this.graph.next[position] ?? [];
    return ways.some(
      (way, index) =>
        ways.indexOf(way) !== index &&
        this.reach([way, way], true).has(keyOf([position, position])),
    );
  }

  /** The pairs after one character or more. */
  private reach(
    from: Pair,
    isStartIncluded = false,
  ): ReadonlyMap<string, Pair> {
    const found = new Map<string, Pair>();
    if (isStartIncluded) {
      found.set(keyOf(from), from);
    }
    const pending: Pair[] = [from];
    for (let pair = pending.pop(); pair; pair = pending.pop()) {
      for (const after of this.after(pair)) {
        this.steps += 1;
        if (!found.has(keyOf(after))) {
          found.set(keyOf(after), after);
          pending.push(after);
        }
      }
    }
    return found;
  }

  private *after([a, b]: Pair): Generator<Pair> {
    const { next, takes } = this.graph;
    for (const left of next[a] ?? []) {
      for (const right of next[b] ?? []) {
        if (this.steps > maxSteps) {
          throw new RangeError('This pattern takes too long to judge');
        }
        if (isOverlapping(takes[left] ?? [], takes[right] ?? [])) {
          yield [left, right];
        }
      }
    }
  }
}

type Pair = readonly [number, number];

function keyOf([a, b]: Pair): string {
  return `${a} ${b}`;
}
