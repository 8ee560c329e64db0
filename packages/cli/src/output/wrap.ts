/** Narrower than this nothing can be read anyway. */
const LEAST_WIDTH = 40;

/**
 * A line as several that fit a terminal, the later ones indented. Words are never broken; without a width the line stays
 * whole.
 * @internal
 */
export function wrap(
  line: string,
  { width, indent }: { readonly width?: number; readonly indent: number },
): string {
  if (width === undefined || width < LEAST_WIDTH) {
    return line;
  }
  const start = line.length - line.trimStart().length;
  const lines = [' '.repeat(start)];
  for (const [word] of line.trimStart().matchAll(/\S+\s*/g)) {
    const last = lines[lines.length - 1] ?? '';
    if (last.trim() !== '' && (last + word).trimEnd().length > width) {
      lines.push(' '.repeat(indent) + word);
    } else {
      lines[lines.length - 1] = last + word;
    }
  }
  return lines.map(each => each.trimEnd()).join('\n');
}
