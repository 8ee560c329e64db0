/** Pages of one workflow share a look at the cluster for as long. */
const KEPT_MS = 2_000;
/** A workflow that changes all the time is looked at no more often. */
const GAP_MS = 1_000;
const MOST_ENTRIES = 500;

interface Entry {
  readonly version: string;
  readonly answer: Promise<unknown>;
  /** When the look at the cluster begins, which may be soon. */
  readonly beginsAtMs: number;
}

/**
 * Looks at one workflow at most once a second, whoever asks and however often it changes, and never answers
 * with what was seen before the change that the question is about.
 * @internal
 */
export class RunsReader {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly options: {
      readonly nowMs: () => number;
      readonly pause: (ms: number) => Promise<void>;
    },
  ) {}

  /**
   * `version` is that of the object whose workflow it is. Callers must use one result type per key; it is not checked.
   */
  read<T>(key: string, version: string, ask: () => Promise<T>): Promise<T> {
    const now = this.options.nowMs();
    const known = this.entries.get(key);
    if (known && isFresh(known, version, now)) {
      return known.answer as Promise<T>;
    }
    this.makeRoom(now);
    const waitMs = known ? Math.max(0, known.beginsAtMs + GAP_MS - now) : 0;
    const answer =
      waitMs === 0 ? ask() : this.options.pause(waitMs).then(() => ask());
    this.entries.set(key, { version, answer, beginsAtMs: now + waitMs });
    return answer;
  }

  private makeRoom(now: number): void {
    for (const [key, entry] of this.entries) {
      if (
        entry.beginsAtMs + KEPT_MS <= now ||
        this.entries.size >= MOST_ENTRIES
      ) {
        this.entries.delete(key);
      }
    }
  }
}

/** A look that has not begun will see every change until then. */
function isFresh(entry: Entry, version: string, now: number): boolean {
  return (
    entry.beginsAtMs > now ||
    (entry.version === version && entry.beginsAtMs + KEPT_MS > now)
  );
}
