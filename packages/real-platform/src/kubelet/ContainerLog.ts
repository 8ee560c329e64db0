import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { EventEmitter } from 'node:events';

/**
 * One run of one container, line by line, each with the time it was written: the
 * API server asks for any end of it, with or without the times.
 *
 * @internal
 */
export interface ContainerLog {
  append(chunk: Buffer): void;
  /** No more will come; what has no line end yet is a line too. */
  end(): void;
  readonly isEnded: boolean;
  lines(): LogLine[];
  /** Calls back for each later line and at the end; answers how to stop. */
  follow(onLine: (line: LogLine) => void, onEnd: () => void): () => void;
}

/**
 * A line without its line end.
 *
 * @internal
 */
export interface LogLine {
  time: string;
  text: string;
}

/**
 * Opens a log file, or continues one. Lines are stored as `time text`.
 *
 * @internal
 */
export function openContainerLog(
  path: string,
  clock: () => Date,
): ContainerLog {
  mkdirSync(dirname(path), { recursive: true });
  const emitter = new EventEmitter().setMaxListeners(0);
  let rest = '';
  let isEnded = false;
  const write = (text: string) => {
    const line = { time: clock().toISOString(), text };
    // Written at once: a log must be whole even when its writer is killed next.
    appendFileSync(path, `${line.time} ${line.text}\n`);
    emitter.emit('line', line);
  };
  return {
    append(chunk) {
      const parts = (rest + chunk.toString('utf8')).split('\n');
      rest = parts.pop() ?? '';
      parts.forEach(write);
    },
    end() {
      if (rest !== '') {
        write(rest);
        rest = '';
      }
      isEnded = true;
      emitter.emit('end');
    },
    get isEnded() {
      return isEnded;
    },
    lines: () =>
      existsSync(path)
        ? readFileSync(path, 'utf8')
            .split('\n')
            .slice(0, -1)
            .map(parseStoredLine)
        : [],
    follow(onLine, onEnd) {
      emitter.on('line', onLine);
      emitter.on('end', onEnd);
      return () => {
        emitter.off('line', onLine);
        emitter.off('end', onEnd);
      };
    },
  };
}

function parseStoredLine(stored: string): LogLine {
  const space = stored.indexOf(' ');
  return { time: stored.slice(0, space), text: stored.slice(space + 1) };
}
