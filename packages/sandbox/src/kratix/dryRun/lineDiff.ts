// Above this many comparisons a diff is not worth its time.
const mostComparisons = 4_000_000;

/** A full-context line diff: each line after ` `, `+` or `-`. @internal */
export function lineDiff(before: string, after: string): string {
  const a = linesOf(before);
  const b = linesOf(after);
  const marked =
    a.length * b.length > mostComparisons
      ? [...a.map(line => `-${line}`), ...b.map(line => `+${line}`)]
      : walk(a, b);
  return marked.map(line => `${line}\n`).join('');
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

function walk(a: readonly string[], b: readonly string[]): readonly string[] {
  const lengths = commonLengths(a, b);
  const out: string[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      out.push(` ${a[i]}`);
      i += 1;
      j += 1;
    } else if (
      i < a.length &&
      (j >= b.length ||
        lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))
    ) {
      out.push(`-${a[i]}`);
      i += 1;
    } else {
      out.push(`+${b[j]}`);
      j += 1;
    }
  }
  return out;
}

/** The longest common subsequence of what follows each pair of positions. */
function commonLengths(
  a: readonly string[],
  b: readonly string[],
): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: a.length + 1 }, () =>
    new Array<number>(b.length + 1).fill(0),
  );
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const row = rows[i] ?? [];
    for (let j = b.length - 1; j >= 0; j -= 1) {
      row[j] =
        a[i] === b[j]
          ? lengthAt(rows, i + 1, j + 1) + 1
          : Math.max(lengthAt(rows, i + 1, j), lengthAt(rows, i, j + 1));
    }
  }
  return rows;
}

function lengthAt(
  rows: readonly (readonly number[])[],
  i: number,
  j: number,
): number {
  return rows[i]?.[j] ?? 0;
}
