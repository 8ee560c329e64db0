import { maskSecrets } from '../delivery';
import { compareLines } from './compareLines';

/**
 * What is shown of a difference.
 * @internal
 */
export interface MaskedDiff {
  /** Said before the lines, where they are not the whole truth. */
  readonly remark?: string;
  readonly lines: readonly string[];
}

const remarks = {
  masked:
    'Values of Secrets are masked, so a change of such a value does not show here',
  withheld: 'Not shown: this may hold a Secret whose values cannot be masked',
} as const;

/**
 * A difference without the values of Secrets. Whoever may preview need not have the right to read any Secret,
 * and the summary is read in the portal's name; a delivered file is masked in the same way (docs/adr/0012).
 *
 * Whether a line belongs to a Secret is known only from the whole file. Kratix writes it all
 * (internal/controller/dryrun_controller.go `dryRunRenderDiff` at ae170e22); of a part nothing is shown.
 * @internal
 */
export function maskDiff(
  lines: readonly string[],
  { isWhole }: { readonly isWhole: boolean },
): MaskedDiff {
  if (!isWhole || !lines.every(isLineOfFile)) {
    return { lines: [], remark: remarks.withheld };
  }
  const before = maskSecrets(textOf(lines, '+'));
  const after = maskSecrets(textOf(lines, '-'));
  if (!before || !after) {
    return { lines: [], remark: remarks.withheld };
  }
  if (!before.hasSecrets && !after.hasSecrets) {
    return { lines };
  }
  return {
    remark: remarks.masked,
    lines: compareLines(linesOf(before.text), linesOf(after.text)),
  };
}

/** Headings of hunks, and whatever else no line of a file begins with, tell that lines are missing. */
function isLineOfFile(line: string): boolean {
  return line === '' || /^[-+ ]/.test(line);
}

function textOf(lines: readonly string[], left: '+' | '-'): string {
  return lines
    .filter(line => !line.startsWith(left))
    .map(line => line.slice(1))
    .join('\n');
}

/** A text that is not there has no line. */
function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}
