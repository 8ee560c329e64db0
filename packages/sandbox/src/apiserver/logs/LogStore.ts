import type { Clock } from '../clock';
import type { ObjectKey } from '../cluster';
import type { KeptLog } from './KeptLog';

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
  /** How many lines were printed before these. */
  dropped: number;
  isClosed: boolean;
  followers: Set<Follower>;
  /** Of the attempt before. */
  previous?: readonly LogLine[];
}

const maxLinesPerContainer = 10_000;

/** What containers have printed. @internal */
export class LogStore {
  readonly #clock: Clock;
  readonly #entries: Map<string, Entry>;
  readonly #listeners = new Set<() => void>();

  constructor(clock: Clock, kept: readonly KeptLog[] = []) {
    this.#clock = clock;
    this.#entries = new Map(
      kept.map(({ of, lines, ...rest }) => [
        of,
        { ...rest, lines: [...lines], followers: new Set<Follower>() },
      ]),
    );
  }

  /** All of it, to be kept across a restart. */
  dump(): KeptLog[] {
    return [...this.#entries].map(([of, { followers: _, ...entry }]) => ({
      of,
      ...entry,
    }));
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(pod: ObjectKey, container: string, line: string): void {
    const entry = this.#entry(pod, container);
    const logLine = { time: this.#clock.now(), text: line };
    entry.lines.push(logLine);
    if (entry.lines.length > maxLinesPerContainer) {
      entry.lines.shift();
      entry.dropped += 1;
    }
    for (const follower of entry.followers) {
      follower(logLine);
    }
    this.#changed();
  }

  close(pod: ObjectKey, container: string): void {
    const entry = this.#entry(pod, container);
    entry.isClosed = true;
    for (const follower of entry.followers) {
      follower('end');
    }
    entry.followers.clear();
    this.#changed();
  }

  /** The container is started again: what it printed is the log of the attempt before. */
  restart(pod: ObjectKey, container: string): void {
    this.close(pod, container);
    const entry = this.#entry(pod, container);
    entry.previous = entry.lines;
    entry.lines = [];
    entry.dropped = 0;
    entry.isClosed = false;
  }

  /** Undefined when the container was never started again. */
  readPrevious(pod: ObjectKey, container: string): ContainerLog | undefined {
    const lines = this.#entries.get(keyOf(pod, container))?.previous;
    return lines && { lines, isClosed: true };
  }

  /** Undefined when nothing is known of it: it has not begun, or its log is gone. */
  read(pod: ObjectKey, container: string): ContainerLog | undefined {
    return this.#entries.get(keyOf(pod, container));
  }

  /** How many lines the container has printed since it was started last. */
  count(pod: ObjectKey, container: string): number {
    const entry = this.#entries.get(keyOf(pod, container));
    return entry ? entry.dropped + entry.lines.length : 0;
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

  #changed(): void {
    this.#listeners.forEach(listener => listener());
  }

  #entry(pod: ObjectKey, container: string): Entry {
    const key = keyOf(pod, container);
    const entry: Entry = this.#entries.get(key) ?? {
      lines: [],
      dropped: 0,
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
