import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * The whole log as a file. Its parts are handed to the browser as they come, which keeps large ones on disk.
 * @internal
 */
export async function collectLog(
  events: AsyncIterable<LogEvent>,
): Promise<Blob> {
  let blob = new Blob([], { type: 'text/plain' });
  let pending: string[] = [];
  for await (const event of events) {
    if (event.type === 'lines') {
      pending.push(...event.lines.map(({ text }) => `${text}\n`));
    }
    if (pending.length > 10_000) {
      blob = new Blob([blob, ...pending], { type: 'text/plain' });
      pending = [];
    }
  }
  return new Blob([blob, ...pending], { type: 'text/plain' });
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
