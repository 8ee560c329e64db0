import {
  countVerdicts,
  describeVerdict,
  toImpactMarkdown,
  type ImpactReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { printable } from '../printable';

/**
 * How a report is printed.
 * @internal
 */
export type DiffFormat = 'text' | 'markdown' | 'json';

/** @internal */
export function printImpactReports(
  reports: readonly ImpactReport[],
  format: DiffFormat,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ reports }, undefined, 2)}\n`;
    case 'markdown':
      return `${reports.map(toImpactMarkdown).join('\n')}\n`;
    default:
      return `${reports.map(toText).join('\n\n')}\n`;
  }
}

function toText(report: ImpactReport): string {
  const { before = 'unversioned', after = 'unversioned' } = report;
  return [
    printable(`${report.promise}: ${before} -> ${after}: ${report.severity}`),
    ...report.changes.map(({ severity, message, code }) =>
      printable(`  ${severity.padEnd(8)} ${message} (${code})`),
    ),
    ...(report.changes.length === 0 ? ['  nothing changed'] : []),
    ...requestLines(report),
  ].join('\n');
}

function requestLines({ requests }: ImpactReport): string[] {
  if (requests.length === 0) {
    return [];
  }
  const counts = countVerdicts(requests);
  return [
    `  ${requests.length} requests: ${counts.refused} refused, ${counts.changed} changed, ${counts.valid} valid, ${counts.refusedBefore} refused before`,
    ...requests
      .filter(({ verdict }) => verdict !== 'valid')
      .map(request => {
        const { namespace, name, owner, source } = request;
        const who = [
          namespace ? `${namespace}/${name}` : name,
          ...(owner ? [`of ${owner}`] : []),
          ...(source ? [`(${source})`] : []),
        ].join(' ');
        return printable(`  ${who}: ${describeVerdict(request)}`);
      }),
  ];
}
