import {
  countVerdicts,
  type ImpactReport,
  type JudgedRequest,
} from './ImpactReport';
import { toEnglish, wordingOf } from '../wording';
import { describeVersions } from './describeVersions';
import { foldTexts } from './foldTexts';
import type { PromiseChange } from './PromiseChange';
import { showValue } from './showValue';

/** A pull request's text is bounded by every forge (GitHub: 65,536 characters), and says more than the report. */
const MAX_LENGTH = 60_000;
/** Entries of each list; fewer where they are long. */
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

/** Lists and no tables: the cells of a table break words apart on a narrow screen. */
function toMarkdown(report: ImpactReport, rows: number): string {
  const { before, after } = describeVersions(report);
  return [
    `### ${escapeMarkdown(report.promise)}: ${escapeMarkdown(
      before,
    )} → ${escapeMarkdown(after)}`,
    '',
    `**${toEnglish(wordingOf(`impact.${report.severity}`))}**`,
    '',
    ...listChanges(foldTexts(report.changes), rows),
    ...listRequests(report.requests, rows),
  ].join('\n');
}

function listChanges(
  changes: readonly PromiseChange[],
  rows: number,
): string[] {
  if (changes.length === 0) {
    return ['Nothing changed that matters to a request.', ''];
  }
  return [
    ...changes
      .slice(0, rows)
      .map(
        ({ severity, message }) =>
          `- **${severity}**: ${escapeMarkdown(message)}`,
      ),
    ...more(changes.length - rows, 'change'),
    '',
  ];
}

function listRequests(
  requests: readonly JudgedRequest[],
  rows: number,
): string[] {
  if (requests.length === 0) {
    return [];
  }
  const told = requests.filter(({ verdict }) => verdict !== 'valid');
  return [
    `${describeCounts(requests)}.`,
    '',
    ...told.slice(0, rows).map(toRequestItem),
    ...more(told.length - rows, 'request'),
    ...(told.length > 0 ? [''] : []),
  ];
}

/**
 * How many requests have each verdict, in one line; a verdict that none has is left out.
 * @public
 */
export function describeCounts(requests: readonly JudgedRequest[]): string {
  const counts = countVerdicts(requests);
  const words = [
    [counts.refused, 'would be refused'],
    [counts.changed, 'would change'],
    [
      counts.refusedBefore,
      `${
        counts.refusedBefore === 1 ? 'does' : 'do'
      } not fit the API of today either`,
    ],
    [counts.valid, counts.valid === 1 ? 'stays as it is' : 'stay as they are'],
  ] as const;
  return `${requests.length} ${
    requests.length === 1 ? 'request' : 'requests'
  }: ${words
    .filter(([count]) => count > 0)
    .map(([count, what]) => `${count} ${what}`)
    .join(', ')}`;
}

function toRequestItem(request: JudgedRequest): string {
  const { namespace, name, owner } = request;
  return [
    `- ${code(namespace ? `${namespace}/${name}` : name)}`,
    ...(owner ? [` of ${code(owner)}`] : []),
    `: ${escapeMarkdown(describeVerdict(request))}`,
  ].join('');
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
      return `Would be refused: ${reasons}${
        request.isTolerated
          ? '; where it stands it may stay, until that part is changed'
          : ''
      }`;
    case 'refusedBefore':
      return `Does not fit the API of today either: ${reasons}`;
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

function more(count: number, noun: string): string[] {
  return count > 0
    ? ['', `… and ${count} more ${noun}${count === 1 ? '' : 's'}.`]
    : [];
}

function code(text: string): string {
  return `\`${oneLine(text).replaceAll('`', "'")}\``;
}

/** So that no text can be a link, an image, a mention or markup. */
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
