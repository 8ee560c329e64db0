import type { FileReport } from './runCheck';

/**
 * Reports for people: a line for each finding, and a sum.
 * @internal
 */
export function printReports(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ file, line, promise, findings }) => {
    const place = line === undefined ? file : `${file}:${line}`;
    const title = promise ? `${place} ${promise}` : place;
    return findings.length === 0
      ? [`${title}: ok`]
      : [
          `${title}:`,
          ...findings.map(
            ({ severity, code, message }) =>
              `  ${severity.padEnd(7)} ${printable(message)} (${code})`,
          ),
        ];
  });
  return `${[...lines, '', sum(reports)].join('\n')}\n`;
}

function sum(reports: readonly FileReport[]): string {
  const findings = reports.flatMap(report => report.findings);
  const count = (severity: string) =>
    findings.filter(finding => finding.severity === severity).length;
  const errors = count('error');
  const warnings = count('warning');
  return `${plural(reports.length, 'Promise')}: ${plural(
    errors,
    'error',
  )}, ${plural(warnings, 'warning')}`;
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** A text of a file must not steer the terminal. */
function printable(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, ' ');
}
