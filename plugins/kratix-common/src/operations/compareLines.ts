/** More than so many pairs of lines are not compared one with another. */
const MOST_PAIRS = 1_000_000;

/**
 * The lines of one text that became another, whole, each beginning with `+`, `-` or a space.
 * @internal
 */
export function compareLines(
  before: readonly string[],
  after: readonly string[],
): string[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before.at(-1 - end) === after.at(-1 - end)
  ) {
    end += 1;
  }
  return [
    ...before.slice(0, start).map(line => ` ${line}`),
    ...compareMiddle(
      before.slice(start, before.length - end),
      after.slice(start, after.length - end),
    ),
    ...before.slice(before.length - end).map(line => ` ${line}`),
  ];
}

/** What lies between what both texts begin and end with. */
function compareMiddle(
  before: readonly string[],
  after: readonly string[],
): string[] {
  if (before.length * after.length > MOST_PAIRS) {
    return [
      ...before.map(line => `-${line}`),
      ...after.map(line => `+${line}`),
    ];
  }
  const common = commonLengths(before, after);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    const canRemove = i < before.length;
    const canAdd = j < after.length;
    if (canRemove && canAdd && before[i] === after[j]) {
      lines.push(` ${before[i]}`);
      i += 1;
      j += 1;
    } else if (
      canRemove &&
      (!canAdd || at(common, i + 1, j) >= at(common, i, j + 1))
    ) {
      lines.push(`-${before[i]}`);
      i += 1;
    } else {
      lines.push(`+${after[j]}`);
      j += 1;
    }
  }
  return lines;
}

/** How many lines the rests of both texts have in common, from each pair of lines on. */
function commonLengths(
  before: readonly string[],
  after: readonly string[],
): number[][] {
  const lengths: number[][] = [];
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row = new Array<number>(after.length).fill(0);
    for (let j = after.length - 1; j >= 0; j -= 1) {
      row[j] =
        before[i] === after[j]
          ? at(lengths, i + 1, j + 1) + 1
          : Math.max(at(lengths, i + 1, j), row[j + 1] ?? 0);
    }
    lengths[i] = row;
  }
  return lengths;
}

function at(lengths: readonly number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}
