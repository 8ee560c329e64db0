interface Entry {
  readonly version: string;
  readonly answer: Promise<unknown>;
  /** Absent while the question is open. */
  readonly expiresAtMs?: number;
}

/** Pages of one subject ask again with each change; the cluster is asked once for all of them. */
const KEPT_MS = 2_000;
const MOST_ENTRIES = 500;

/**
 * Answers the same question of many pages with one look at the cluster. Failures are kept as long, so that a
 * platform in trouble is not asked more.
 * @internal
 */
export class BriefMemory {
  private readonly entries = new Map<string, Entry>();

  constructor(
    private readonly nowMs: () => number,
    private readonly keptMs = KEPT_MS,
  ) {}

  /** Callers must use one result type per key; it is not checked. */
  recall<T>(
    key: string,
    ask: () => Promise<T>,
    options: {
      /** Of what the answer is about: an answer about another version is none. */
      readonly version?: string;
      readonly keptMs?: (answer: T) => number;
    } = {},
  ): Promise<T> {
    const { version = '', keptMs = () => this.keptMs } = options;
    const known = this.entries.get(key);
    if (known?.version === version && !this.isExpired(known)) {
      return known.answer as Promise<T>;
    }
    this.makeRoom();
    const answer = ask();
    this.entries.set(key, { version, answer });
    const keep = (ms: number) => {
      // Unless another version was asked for meanwhile.
      if (this.entries.get(key)?.answer === answer) {
        const expiresAtMs = this.nowMs() + ms;
        this.entries.set(key, { version, answer, expiresAtMs });
      }
    };
    answer.then(
      given => keep(keptMs(given)),
      () => keep(this.keptMs),
    );
    return answer;
  }

  private isExpired({ expiresAtMs }: Entry): boolean {
    return expiresAtMs !== undefined && expiresAtMs <= this.nowMs();
  }

  private makeRoom(): void {
    for (const [key, entry] of this.entries) {
      if (this.isExpired(entry) || this.entries.size >= MOST_ENTRIES) {
        this.entries.delete(key);
      }
    }
  }
}
