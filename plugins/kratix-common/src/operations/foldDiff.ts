/** Lines that stay around a change, as `diff -u` keeps them. */
const CONTEXT = 3;
const MAXIMUM_LENGTH = 50_000;

/**
 * A difference with whole context made short: lines that only seem to differ become context, and context far
 * from every change becomes one line `@@`. Empty where nothing differs.
 * @internal
 */
export function foldDiff(lines: readonly string[]): {
  diff: string;
  isCut: boolean;
} {
  const honest = dropEqualChanges(lines);
  const isNear = honest.map(() => false);
  honest.forEach((line, index) => {
    if (isChange(line)) {
      isNear.fill(true, Math.max(0, index - CONTEXT), index + CONTEXT + 1);
    }
  });
  const folded = honest.flatMap((line, index) => {
    if (isNear[index]) {
      return [line];
    }
    return isNear[index - 1] && isNear.includes(true, index) ? ['@@'] : [];
  });
  const diff = folded.join('\n');
  return diff.length <= MAXIMUM_LENGTH
    ? { diff, isCut: false }
    : {
        diff: diff.slice(0, diff.lastIndexOf('\n', MAXIMUM_LENGTH)),
        isCut: true,
      };
}

function isChange(line: string): boolean {
  return line.startsWith('+') || line.startsWith('-');
}

/** Kratix writes what goes before what comes; pairs that are the same by now are no change. */
function dropEqualChanges(lines: readonly string[]): string[] {
  const result: string[] = [];
  for (let index = 0; index < lines.length; ) {
    const removed = takeWhile(lines, index, '-');
    const added = takeWhile(lines, index + removed.length, '+');
    if (removed.length + added.length === 0) {
      result.push(lines[index] ?? '');
      index += 1;
    } else {
      result.push(...mergeChange(removed, added));
      index += removed.length + added.length;
    }
  }
  return result;
}

function takeWhile(
  lines: readonly string[],
  from: number,
  sign: string,
): readonly string[] {
  const length = lines.slice(from).findIndex(line => !line.startsWith(sign));
  return lines.slice(from, length === -1 ? undefined : from + length);
}

function mergeChange(
  removed: readonly string[],
  added: readonly string[],
): string[] {
  if (removed.length !== added.length) {
    return [...removed, ...added];
  }
  const result: string[] = [];
  const gone: string[] = [];
  const come: string[] = [];
  const flush = () => result.push(...gone.splice(0), ...come.splice(0));
  removed.forEach((line, index) => {
    const other = added[index] ?? '';
    if (line.slice(1) === other.slice(1)) {
      flush();
      result.push(` ${line.slice(1)}`);
    } else {
      gone.push(line);
      come.push(other);
    }
  });
  flush();
  return result;
}
