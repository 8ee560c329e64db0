import type { Cluster, ObjectKey } from '../../apiserver/cluster';

/** @internal */
export interface Printing {
  pod: ObjectKey;
  container: string;
  lines: readonly string[];
  startedMs: number;
  durationMs: number;
  /** Lines printed before. */
  printed: number;
}

/** Appends the lines that are due, evenly spread over the container's time. Returns how many are out. @internal */
export function printDueLines(
  cluster: Cluster,
  printing: Printing,
  nowMs: number,
): number {
  const due = dueLines(printing, nowMs);
  for (const line of printing.lines.slice(printing.printed, due)) {
    cluster.logs.append(printing.pod, printing.container, line);
  }
  return Math.max(due, printing.printed);
}

/** How many lines are due. */
function dueLines(
  {
    lines,
    startedMs,
    durationMs,
  }: Pick<Printing, 'lines' | 'startedMs' | 'durationMs'>,
  nowMs: number,
): number {
  const elapsedMs = nowMs - startedMs;
  return elapsedMs >= durationMs
    ? lines.length
    : Math.floor((elapsedMs / durationMs) * (lines.length + 1));
}

/** When the line after the printed ones is due. @internal */
export function nextLineMs(
  {
    lines,
    startedMs,
    durationMs,
  }: Pick<Printing, 'lines' | 'startedMs' | 'durationMs'>,
  printed: number,
): number {
  return startedMs + ((printed + 1) / (lines.length + 1)) * durationMs;
}
