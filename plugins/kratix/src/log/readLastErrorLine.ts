import {
  findLastErrorLine,
  type LogEvent,
  type LogLine,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../api';

/**
 * Reads a log that has ended for the line that most likely says what went wrong. Undefined where there is
 * none, or it cannot be read: the page of the log says why.
 * @internal
 */
export async function readLastErrorLine(
  log: Promise<Fetched<AsyncGenerator<LogEvent, void, undefined>>>,
): Promise<string | undefined> {
  const opened = await log;
  if (!opened.ok) {
    return undefined;
  }
  const lines: LogLine[] = [];
  for await (const event of opened.value) {
    if (event.type === 'lines') {
      lines.push(...event.lines);
    }
  }
  return findLastErrorLine(lines);
}
