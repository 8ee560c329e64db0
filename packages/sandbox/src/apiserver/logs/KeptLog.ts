import type { LogLine } from './LogStore';

/** The log of a container as it is kept across restarts. @internal */
export interface KeptLog {
  /** Namespace, Pod and container. */
  readonly of: string;
  readonly lines: readonly LogLine[];
  /** How many lines were printed before these. */
  readonly dropped: number;
  readonly isClosed: boolean;
  readonly previous?: readonly LogLine[];
}

/** How much of the logs is kept. @internal */
export const keptSize = {
  linesOfContainer: 500,
  charactersOfAll: 4_000_000,
} as const;

/**
 * The end of each log, as a kubelet keeps it whose files are rotated; of all together no more than a state file can
 * well hold, the latest first. What is left out is said to be gone.
 * @internal
 */
export function keepLogs(logs: readonly KeptLog[]): KeptLog[] {
  const left = { characters: keptSize.charactersOfAll };
  return logs
    .map(endOf)
    .sort((one, other) => lastTime(other) - lastTime(one))
    .filter(log => {
      left.characters -= sizeOf(log);
      return left.characters >= 0;
    });
}

function endOf(log: KeptLog): KeptLog {
  const lines = log.lines.slice(-keptSize.linesOfContainer);
  return {
    ...log,
    lines,
    dropped: log.dropped + log.lines.length - lines.length,
    ...(log.previous && {
      previous: log.previous.slice(-keptSize.linesOfContainer),
    }),
  };
}

function lastTime({ lines, previous = [] }: KeptLog): number {
  return lines.at(-1)?.time ?? previous.at(-1)?.time ?? 0;
}

function sizeOf({ of, lines, previous = [] }: KeptLog): number {
  return [...lines, ...previous].reduce(
    (sum, { text }) => sum + text.length + 40,
    of.length + 80,
  );
}
