import { toYaml } from '@kratix-portal/backstage-plugin-kratix-common';
import { printable } from '../printable';
import type { Finding } from './Finding';
import type { FileReport } from './runCheck';

/** How reports are printed. @internal */
export type ReportFormat = 'text' | 'json' | 'yaml';

/**
 * Reports for people (a line for each finding, and a sum) or for programs.
 * @internal
 */
export function printReports(
  reports: readonly FileReport[],
  format: ReportFormat,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ reports }, undefined, 2)}\n`;
    case 'yaml':
      return toYaml({ reports });
    default:
      return `${[...reports.flatMap(printReport), '', sum(reports)].join(
        '\n',
      )}\n`;
  }
}

function printReport({
  file,
  line,
  promise,
  request,
  findings,
}: FileReport): string[] {
  const place = line === undefined ? file : `${file}:${line}`;
  const title = printable(
    [place, promise ?? request].filter(Boolean).join(' '),
  );
  return findings.length === 0
    ? [`${title}: ok`]
    : [`${title}:`, ...findings.flatMap(printFinding)];
}

function printFinding({ severity, message, code, advice }: Finding): string[] {
  return [
    `  ${severity.padEnd(7)} ${printable(message)} (${code})`,
    ...(advice && severity !== 'info'
      ? [`          → ${printable(advice)}`]
      : []),
  ];
}

function sum(reports: readonly FileReport[]): string {
  const findings = reports.flatMap(report => report.findings);
  const count = (severity: string) =>
    findings.filter(finding => finding.severity === severity).length;
  const requests = reports.filter(({ request }) => request !== undefined);
  const promises = reports.filter(({ promise }) => promise !== undefined);
  const others = reports.length - requests.length - promises.length;
  const what = [
    ...(promises.length > 0 ? [plural(promises.length, 'Promise')] : []),
    ...(requests.length > 0 ? [plural(requests.length, 'request')] : []),
    ...(others > 0 ? [`${others} that is neither`] : []),
  ].join(', ');
  return `${what || 'nothing'}: ${plural(count('error'), 'error')}, ${plural(
    count('warning'),
    'warning',
  )}`;
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
