import { compareLines } from '@kratix-portal/backstage-plugin-kratix-common';

const context = 3;

/**
 * The lines of one text that became another, each beginning with `+`, `-` or a space, with a few unchanged
 * lines around them. Empty when nothing differs.
 * @internal
 */
export function diffLines(before: string, after: string): string[] {
  const lines = compareLines(toLines(before), toLines(after));
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
