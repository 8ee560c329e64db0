import type { ShownLine } from './LogBuffer';

/** Height of one row of text. @internal */
export const ROW_PX = 20;

/**
 * Where each line stands. Told from the length of the text, since it is set in one width and breaks anywhere:
 * nothing has to be drawn to be measured.
 * @internal
 */
export interface LineLayout {
  readonly heightPx: number;
  topOf(index: number): number;
  rowsOf(index: number): number;
  /** The line at a height. */
  indexAt(px: number): number;
}

/** `columns` undefined: lines do not wrap. @internal */
export function layoutLines(
  lines: readonly ShownLine[],
  columns: number | undefined,
): LineLayout {
  const last = Math.max(0, lines.length - 1);
  if (columns === undefined) {
    return {
      heightPx: lines.length * ROW_PX,
      topOf: index => index * ROW_PX,
      rowsOf: () => 1,
      indexAt: px => clamp(Math.floor(px / ROW_PX), last),
    };
  }
  const tops = new Float64Array(lines.length + 1);
  lines.forEach((line, index) => {
    tops[index + 1] = (tops[index] ?? 0) + countRows(line, columns) * ROW_PX;
  });
  return {
    heightPx: tops[lines.length] ?? 0,
    topOf: index => tops[index] ?? 0,
    rowsOf: index => ((tops[index + 1] ?? 0) - (tops[index] ?? 0)) / ROW_PX,
    indexAt: px => clamp(findLast(tops, px), last),
  };
}

function countRows({ text }: ShownLine, columns: number): number {
  return Math.max(1, Math.ceil(measureColumns(text) / Math.max(1, columns)));
}

/** Signs beyond Latin may take two columns; a row too many is better than one that is cut off. */
function measureColumns(text: string): number {
  const wide = text.match(/[^ -\u02ff\u2010-\u2027]/g)?.length ?? 0;
  return text.length + wide;
}

function findLast(tops: Float64Array, px: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= px) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

function clamp(index: number, last: number): number {
  return Math.min(Math.max(0, index), last);
}
