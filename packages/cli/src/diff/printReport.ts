import {
  describeCounts,
  describeVerdict,
  describeVersions,
  foldTexts,
  toImpactMarkdown,
  type ImpactReport,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { wrap } from '../output/wrap';
import { printable } from '../printable';

/**
 * How a report is printed.
 * @internal
 */
export type DiffFormat = 'text' | 'markdown' | 'json';

/**
 * @param width - Columns of the terminal; lines are left whole where it is not one, so that tools can read them
 * @internal
 */
export function printImpactReports(
  reports: readonly ImpactReport[],
  format: DiffFormat,
  width?: number,
): string {
  switch (format) {
    case 'json':
      return `${JSON.stringify({ reports }, undefined, 2)}\n`;
    case 'markdown':
      return `${reports.map(toImpactMarkdown).join('\n')}\n`;
    default:
      return `${reports.map(report => toText(report, width)).join('\n\n')}\n`;
  }
}

function toText(report: ImpactReport, width?: number): string {
  const { before, after } = describeVersions(report);
  return [
    printable(`${report.promise}: ${before} -> ${after}: ${report.severity}`),
    ...foldTexts(report.changes).map(({ severity, message, code }) =>
      wrap(printable(`  ${severity.padEnd(8)} ${message} (${code})`), {
        width,
        indent: 11,
      }),
    ),
    ...(report.changes.length === 0
      ? ['  nothing changed that matters to a request']
      : []),
    ...requestLines(report, width),
  ].join('\n');
}

function requestLines({ requests }: ImpactReport, width?: number): string[] {
  if (requests.length === 0) {
    return [];
  }
  return [
    `  ${describeCounts(requests)}`,
    ...requests
      .filter(({ verdict }) => verdict !== 'valid')
      .map(request => {
        const { namespace, name, owner, source } = request;
        const who = [
          namespace ? `${namespace}/${name}` : name,
          ...(owner ? [`of ${owner}`] : []),
          ...(source ? [`(${source})`] : []),
        ].join(' ');
        return wrap(printable(`  ${who}: ${describeVerdict(request)}`), {
          width,
          indent: 4,
        });
      }),
  ];
}
