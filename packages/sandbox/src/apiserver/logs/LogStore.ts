import type { Clock } from '../clock';
import type { ObjectKey } from '../cluster';

/** @internal */
export interface LogLine {
  readonly time: number;
  readonly text: string;
}

/** @internal */
export interface ContainerLog {
  readonly lines: readonly LogLine[];
  readonly isClosed: boolean;
}

type Follower = (line: LogLine | 'end') => void;

interface Entry {
  lines: LogLine[];
  isClosed: boolean;
  followers: Set<Follower>;
  /** Of the attempt before. */
  previous?: readonly LogLine[];
}

const maxLinesPerContainer = 10_000;

/** What containers have printed. @internal */
export class LogStore {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  append(pod: ObjectKey, container: string, line: string): void {
    const entry = this.#entry(pod, container);
    const logLine = { time: this.#clock.now(), text: line };
    entry.lines.push(logLine);
    if (entry.lines.length > maxLinesPerContainer) {
      entry.lines.shift();
    }
    for (const follower of entry.followers) {
      follower(logLine);
    }
  }

  close(pod: ObjectKey, container: string): void {
    const entry = this.#entry(pod, container);
    entry.isClosed = true;
    for (const follower of entry.followers) {
      follower('end');
    }
    entry.followers.clear();
  }

  /** The container is started again: what it printed is the log of the attempt before. */
  restart(pod: ObjectKey, container: string): void {
    this.close(pod, container);
    const entry = this.#entry(pod, container);
    entry.previous = entry.lines;
    entry.lines = [];
    entry.isClosed = false;
  }

  /** Undefined when the container was never started again. */
  readPrevious(pod: ObjectKey, container: string): ContainerLog | undefined {
    const lines = this.#entries.get(keyOf(pod, container))?.previous;
    return lines && { lines, isClosed: true };
  }

  read(pod: ObjectKey, container: string): ContainerLog {
    return (
      this.#entries.get(keyOf(pod, container)) ?? { lines: [], isClosed: false }
    );
  }

  follow(pod: ObjectKey, container: string, follower: Follower): () => void {
    const { followers } = this.#entry(pod, container);
    followers.add(follower);
    return () => followers.delete(follower);
  }

  /** Forgets a pod that was deleted, and ends who follows it. */
  forget(pod: ObjectKey): void {
    const prefix = keyOf(pod, '');
    for (const [key, entry] of this.#entries) {
      if (key.startsWith(prefix)) {
        for (const follower of entry.followers) {
          follower('end');
        }
        this.#entries.delete(key);
      }
    }
  }

  #entry(pod: ObjectKey, container: string): Entry {
    const key = keyOf(pod, container);
    const entry: Entry = this.#entries.get(key) ?? {
      lines: [],
      isClosed: false,
      followers: new Set<Follower>(),
    };
    this.#entries.set(key, entry);
    return entry;
  }
}

function keyOf(pod: ObjectKey, container: string): string {
  return `${pod.namespace ?? 'default'}/${pod.name}/${container}`;
}
