import type { PreviewReport } from '@kratix-portal/backstage-plugin-kratix-common';
import { toLogLine } from './toLogLine';

const MOST_LINES = 300;

/**
 * A preview as lines for the log of a task, in bounded number: each file that would be another, with the
 * difference.
 * @internal
 */
export function describePreview(
  report: Extract<PreviewReport, { state: 'done' }>,
): string[] {
  const lines = report.sections.flatMap(section => [
    ...section.notes,
    ...section.files.flatMap(({ path, change, diff, isCut }) => [
      `${words[change]} ${path}`,
      ...diff
        .split('\n')
        .filter(line => line !== '')
        .map(line => `    ${line}`),
      ...(isCut ? ['    …'] : []),
    ]),
  ]);
  const shown = lines.slice(0, MOST_LINES).map(toLogLine);
  const left = lines.length - shown.length;
  return [
    ...(lines.length === 0
      ? ['Nothing that is delivered would change']
      : shown),
    ...(left > 0 ? [`… and ${left} lines more`] : []),
    ...(report.isComplete
      ? []
      : [toLogLine(report.message ?? 'Kratix could not tell all of it')]),
  ];
}

const words = {
  added: 'New file:',
  changed: 'Changed file:',
  removed: 'Removed file:',
} as const;
