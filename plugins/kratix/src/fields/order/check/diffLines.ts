const maxCells = 4_000_000;
const context = 3;

/**
 * The lines of one text that became another, each beginning with `+`, `-` or a space, with a few unchanged
 * lines around them. Empty when nothing differs.
 * @internal
 */
export function diffLines(before: string, after: string): string[] {
  const lines = compare(toLines(before), toLines(after));
  const near = new Set(
    lines.flatMap((line, index) =>
      line.startsWith(' ')
        ? []
        : Array.from(
            { length: 2 * context + 1 },
            (_, i) => index - context + i,
          ),
    ),
  );
  return lines.flatMap((line, index) => {
    if (near.has(index)) {
      return [line];
    }
    const isFirst = index === 0 || near.has(index - 1);
    return isFirst && near.size > 0 ? [' …'] : [];
  });
}

function toLines(text: string): string[] {
  return text.replace(/\n$/, '').split('\n');
}

/** The longest common subsequence, between what both texts begin and end with. */
function compare(before: string[], after: string[]): string[] {
  let start = 0;
  while (start < before.length && before[start] === after[start]) {
    start += 1;
  }
  let end = 0;
  while (
    end < Math.min(before.length, after.length) - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
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

function compareMiddle(before: string[], after: string[]): string[] {
  // So large a change is not read line by line.
  if (before.length * after.length > maxCells) {
    return [
      ...before.map(line => `-${line}`),
      ...after.map(line => `+${line}`),
    ];
  }
  const lengths = commonLengths(before, after);
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < before.length || j < after.length) {
    if (i < before.length && j < after.length && before[i] === after[j]) {
      lines.push(` ${before[i]}`);
      i += 1;
      j += 1;
    } else if (
      j >= after.length ||
      (i < before.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))
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

function at(lengths: number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function commonLengths(before: string[], after: string[]): number[][] {
  const lengths: number[][] = [];
  for (let i = before.length - 1; i >= 0; i -= 1) {
    const row: number[] = new Array(after.length).fill(0);
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
