import {
  countVerdicts,
  type ImpactReport,
  type JudgedRequest,
} from './ImpactReport';
import { toEnglish, wordingOf } from '../wording';
import type { PromiseChange } from './PromiseChange';
import { showValue } from './showValue';

/** A pull request's text is bounded by every forge (GitHub: 65,536 characters), and says more than the report. */
const MAX_LENGTH = 60_000;
/** Rows of each table; fewer where they are long. */
const MAX_ROWS = [100, 50, 20, 5];

/**
 * A report as Markdown, for the text of a pull request or the summary of a CI run. Every text that came from
 * a cluster or a file is escaped.
 * @public
 */
export function toImpactMarkdown(report: ImpactReport): string {
  let text = '';
  for (const rows of MAX_ROWS) {
    text = toMarkdown(report, rows);
    if (text.length <= MAX_LENGTH) {
      return text;
    }
  }
  return text.slice(0, MAX_LENGTH);
}

function toMarkdown(report: ImpactReport, rows: number): string {
  return [
    `### ${escapeMarkdown(report.promise)}: ${describeVersions(report)}`,
    '',
    `**${toEnglish(wordingOf(`impact.${report.severity}`))}**`,
    '',
    ...changesTable(report.changes, rows),
    ...requestsTable(report.requests, rows),
  ].join('\n');
}

function describeVersions({ before, after }: ImpactReport): string {
  return `${escapeMarkdown(before ?? 'unversioned')} → ${escapeMarkdown(
    after ?? 'unversioned',
  )}`;
}

function changesTable(
  changes: readonly PromiseChange[],
  rows: number,
): string[] {
  if (changes.length === 0) {
    return ['Nothing changed that matters to a request.', ''];
  }
  return [
    '| | where | what |',
    '| --- | --- | --- |',
    ...changes
      .slice(0, rows)
      .map(({ severity, path, message }) =>
        row([severity, code(path), escapeMarkdown(message)]),
      ),
    ...more(changes.length - rows, 'change'),
    '',
  ];
}

function requestsTable(
  requests: readonly JudgedRequest[],
  rows: number,
): string[] {
  if (requests.length === 0) {
    return [];
  }
  const counts = countVerdicts(requests);
  const told = requests.filter(({ verdict }) => verdict !== 'valid');
  return [
    `${requests.length} requests: ${counts.refused} would be refused, ${counts.changed} would change, ${counts.valid} stay as they are, ${counts.refusedBefore} are refused today already.`,
    '',
    ...(told.length > 0
      ? [
          '| request | owner | what happens |',
          '| --- | --- | --- |',
          ...told.slice(0, rows).map(toRequestRow),
          ...more(told.length - rows, 'request'),
          '',
        ]
      : []),
  ];
}

function toRequestRow(request: JudgedRequest): string {
  const { namespace, name, owner } = request;
  return row([
    code(namespace ? `${namespace}/${name}` : name),
    owner ? code(owner) : '',
    escapeMarkdown(describeVerdict(request)),
  ]);
}

/**
 * What happens to a request, in one line.
 * @public
 */
export function describeVerdict(request: JudgedRequest): string {
  const reasons = request.reasons
    .map(({ path, message }) => (path ? `${path} ${message}` : message))
    .join('; ');
  switch (request.verdict) {
    case 'refused':
      return `Would be refused${
        request.isTolerated ? ' where that is changed, or as a new one' : ''
      }: ${reasons}`;
    case 'refusedBefore':
      return `Is refused today already: ${reasons}`;
    case 'changed':
      return `Would change: ${request.differences
        .map(
          ({ path, before, after }) =>
            `${path} from ${showValue(before)} to ${showValue(after)}`,
        )
        .join('; ')}`;
    default:
      return 'Stays as it is.';
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function more(count: number, noun: string): string[] {
  return count > 0
    ? ['', `… and ${count} more ${noun}${count === 1 ? '' : 's'}.`]
    : [];
}

function code(text: string): string {
  return `\`${oneLine(text).replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}

/** So that no text can be a link, an image, a mention, markup or another cell. */
function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_{}[\]()#+!|~-]/g, '\\$&')
    .replace(/[<>&]/g, char => ENTITIES[char] ?? '')
    .replaceAll('@', '&#64;');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
};

function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ');
}
