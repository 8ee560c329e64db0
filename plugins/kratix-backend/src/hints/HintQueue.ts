/**
 * Which hints are due: each topic at once, but not more often than its interval; many at a time as
 * one. Pure but for its own memory; time comes from outside.
 * @internal
 */
export class HintQueue {
  private readonly pending = new Map<string, Set<string> | 'anything'>();
  private readonly publishedAtMs = new Map<string, number>();

  constructor(
    private readonly options: {
      readonly minIntervalMs: number;
      readonly mostTopics: number;
    },
  ) {}

  /** Without topics: anything on the platform may have changed. */
  add(platform: string, topics: readonly string[] | 'anything'): void {
    const before = this.pending.get(platform);
    if (topics === 'anything' || before === 'anything') {
      this.pending.set(platform, 'anything');
    } else if (topics.length > 0) {
      this.pending.set(platform, new Set([...(before ?? []), ...topics]));
    }
  }

  /** Takes what is due out of the queue. */
  take(nowMs: number): Hint[] {
    this.forget(nowMs);
    return [...this.pending.keys()].flatMap(platform => {
      const due = this.takeDue(platform, nowMs);
      due?.topics?.forEach(topic => this.publishedAtMs.set(topic, nowMs));
      if (due && !due.topics) {
        this.publishedAtMs.set(anythingOf(platform), nowMs);
      }
      return due ? [due] : [];
    });
  }

  get isEmpty(): boolean {
    return this.pending.size === 0;
  }

  private takeDue(platform: string, nowMs: number): Hint | undefined {
    const pending = this.pending.get(platform);
    if (
      pending === 'anything' ||
      (pending && pending.size > this.options.mostTopics)
    ) {
      if (!this.isDue(anythingOf(platform), nowMs)) {
        return undefined;
      }
      this.pending.delete(platform);
      return { platform };
    }
    const topics = [...(pending ?? [])];
    const due = topics.filter(topic => this.isDue(topic, nowMs));
    const later = topics.filter(topic => !due.includes(topic));
    if (later.length > 0) {
      this.pending.set(platform, new Set(later));
    } else {
      this.pending.delete(platform);
    }
    return due.length > 0 ? { platform, topics: due } : undefined;
  }

  private isDue(topic: string, nowMs: number): boolean {
    const lastMs = this.publishedAtMs.get(topic);
    return lastMs === undefined || nowMs - lastMs >= this.options.minIntervalMs;
  }

  /** Topics of objects that are quiet again take no memory. */
  private forget(nowMs: number): void {
    for (const [topic, lastMs] of this.publishedAtMs) {
      if (nowMs - lastMs >= this.options.minIntervalMs) {
        this.publishedAtMs.delete(topic);
      }
    }
  }
}

/**
 * Something on a platform changed; without topics, it may be anything.
 * @internal
 */
export interface Hint {
  readonly platform: string;
  readonly topics?: readonly string[];
}

function anythingOf(platform: string): string {
  return `${platform}/*`;
}
