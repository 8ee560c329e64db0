import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * A log as a file. `limit`: there is more than one answer may hold. `broken`: the connection was lost on the way, or
 * there is no log.
 * @internal
 */
export interface CollectedLog {
  readonly blob: Blob;
  readonly end: 'whole' | 'limit' | 'broken';
}

/**
 * Reads a log to its end. Its parts are handed to the browser as they come, which keeps large ones on disk.
 * @internal
 */
export async function collectLog(
  events: AsyncIterable<LogEvent>,
): Promise<CollectedLog> {
  // What only stops has lost its connection (WorkflowApi, `openLog`).
  let end: CollectedLog['end'] = 'broken';
  let blob = new Blob([], { type: 'text/plain' });
  let pending: string[] = [];
  for await (const event of events) {
    if (event.type === 'lines') {
      pending.push(...event.lines.map(({ text }) => `${text}\n`));
    } else if (event.type === 'end') {
      end = endOf(event.reason);
    }
    if (pending.length > 10_000) {
      blob = new Blob([blob, ...pending], { type: 'text/plain' });
      pending = [];
    }
  }
  return { blob: new Blob([blob, ...pending], { type: 'text/plain' }), end };
}

function endOf(
  reason: Extract<LogEvent, { type: 'end' }>['reason'],
): CollectedLog['end'] {
  switch (reason) {
    case 'finished':
      return 'whole';
    case 'limit':
      return 'limit';
    case 'interrupted':
      return 'broken';
    default:
      return reason satisfies never;
  }
}

/** @internal */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Browsers begin to read after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
