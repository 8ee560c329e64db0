import { once } from 'node:events';
import type { Response } from 'express';
import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';

/** A silent connection is closed by many a proxy after a minute. */
const HEARTBEAT_MS = 15_000;

/**
 * Sends events as JSON lines, no faster than they are taken, with a sign of life while there are none. Once the
 * signal is aborted, a reader that takes nothing is not waited for.
 * @internal
 */
export async function streamEvents(
  res: Response,
  events: AsyncIterable<LogEvent>,
  signal: AbortSignal,
): Promise<void> {
  res.status(200);
  res.setHeader('content-type', 'application/x-ndjson; charset=utf-8');
  // `no-transform` keeps the compression of the backend and of proxies from holding lines back.
  res.setHeader('cache-control', 'no-store, no-transform');
  res.setHeader('x-accel-buffering', 'no');
  res.setHeader('x-content-type-options', 'nosniff');
  res.flushHeaders();
  const heartbeat = setInterval(() => {
    if (!res.writableNeedDrain) {
      res.write(toLine({ type: 'heartbeat' }));
    }
  }, HEARTBEAT_MS);
  try {
    for await (const event of events) {
      heartbeat.refresh();
      if (!res.write(toLine(event))) {
        await once(res, 'drain', { signal });
      }
    }
    res.end();
  } catch (error) {
    // Nobody reads any more, or what broke cannot be told behind headers that are sent: the client sees a cut.
    res.destroy();
    if (!signal.aborted) {
      throw error;
    }
  } finally {
    clearInterval(heartbeat);
  }
}

function toLine(event: LogEvent): string {
  return `${JSON.stringify(event)}\n`;
}
