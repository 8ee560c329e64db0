import type { LogLine } from './ContainerLog';

/**
 * What the API server may ask of a container's log; the names are those of
 * core/v1 `PodLogOptions`.
 *
 * @internal
 */
export interface LogQuery {
  follow: boolean;
  previous: boolean;
  timestamps: boolean;
  tailLines?: number;
  limitBytes?: number;
  /** Lines from this time on. */
  since?: Date;
}

/**
 * Reads the query of a request to `/containerLogs`.
 *
 * @internal
 */
export function parseLogQuery(search: URLSearchParams, now: Date): LogQuery {
  const number = (name: string) =>
    search.has(name) ? Number(search.get(name)) : undefined;
  return {
    follow: search.get('follow') === 'true',
    previous: search.get('previous') === 'true',
    timestamps: search.get('timestamps') === 'true',
    tailLines: number('tailLines'),
    limitBytes: number('limitBytes'),
    since: readSince(search, now),
  };
}

/**
 * The lines that were written so far and were asked for.
 *
 * @internal
 */
export function selectLines(
  lines: readonly LogLine[],
  query: LogQuery,
): LogLine[] {
  const { since, tailLines } = query;
  const recent = since
    ? lines.filter(line => new Date(line.time) >= since)
    : [...lines];
  return tailLines === undefined
    ? recent
    : recent.slice(Math.max(0, recent.length - tailLines));
}

/**
 * One line as it goes over the wire.
 *
 * @internal
 */
export function formatLine(line: LogLine, query: LogQuery): string {
  return query.timestamps ? `${line.time} ${line.text}\n` : `${line.text}\n`;
}

function readSince(search: URLSearchParams, now: Date): Date | undefined {
  const seconds = search.get('sinceSeconds');
  if (seconds !== null) {
    return new Date(now.getTime() - Number(seconds) * 1000);
  }
  const time = search.get('sinceTime');
  return time === null ? undefined : new Date(time);
}
