import { isError } from '@backstage/errors';
import type { Fetched } from '../../api';
import { foldLive, type Live } from './Live';
import { pollIntervalMs } from './pollIntervalMs';

/**
 * Everything a {@link LiveQuery} needs from outside.
 * @internal
 */
export interface LiveQueryOptions<T> {
  readonly fetch: (signal: AbortSignal) => Promise<Fetched<T>>;
  /** Called with each answer that came. */
  readonly onAnswer: () => void;
  /** Calls back whenever something relevant may have changed; undefined where no hints can arrive. */
  readonly subscribe?: (onHint: () => void) => () => void;
  readonly isBusy: (value: T) => boolean;
  /** Whether changes of this value come with hints. */
  readonly isHinted: (value: T) => boolean;
  /** How long after a question the next may follow; a second unless told otherwise. */
  readonly minimumGapMs?: number;
  /** Once it is known, it is asked again only by hand. */
  readonly isOnce?: boolean;
}

/** Hints come in bursts while a workflow runs; one question a second is enough for a person. */
const usualGapMs = 1_000;

/** What changes before hints arrive at a page that has just opened is seen by a second look. */
const secondLookMs = 5_000;

/**
 * Keeps one answer fresh: asks at once, again at each hint, when the page becomes visible or the browser
 * comes online, and slowly by itself. One question at a time; a hint during a question asks once more.
 * @internal
 */
export class LiveQuery<T> {
  readonly #options: LiveQueryOptions<T>;
  readonly #stopped = new AbortController();
  #live: Live<T> = { state: 'loading' };
  #isAsking = false;
  #isAskedAgain = false;
  #hasLookedTwice = false;
  #lastAskedAtMs = Number.NEGATIVE_INFINITY;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveQueryOptions<T>) {
    this.#options = options;
  }

  /** What is known now; the same object until another answer comes. */
  get live(): Live<T> {
    return this.#live;
  }

  /** Starts asking; the returned function stops everything, the open question included. */
  start(): () => void {
    const unsubscribe = this.#options.subscribe?.(this.#onHint);
    const onOnline = () => {
      if (!this.#isDone) {
        this.refresh();
      }
    };
    document.addEventListener('visibilitychange', this.#onHint);
    window.addEventListener('online', onOnline);
    this.#ask();
    return () => {
      unsubscribe?.();
      document.removeEventListener('visibilitychange', this.#onHint);
      window.removeEventListener('online', onOnline);
      clearTimeout(this.#timer);
      this.#stopped.abort();
    };
  }

  /** Asks again soon: at once, or as soon as the last question is a second old. */
  readonly refresh = (): void => {
    if (this.#isAsking) {
      this.#isAskedAgain = true;
      return;
    }
    const ageMs = Date.now() - this.#lastAskedAtMs;
    const { minimumGapMs = usualGapMs } = this.#options;
    this.#schedule(Math.max(0, minimumGapMs - ageMs));
  };

  /** Somebody else wants the answer too: one that hints keep fresh is good enough. */
  welcome(): void {
    const live = this.#live;
    const isFresh =
      live.state === 'known' && !live.problem && this.#isHinted(live.value);
    if (!this.#isAsking && !isFresh && !this.#isDone) {
      this.refresh();
    }
  }

  /** A tab that nobody looks at asks when it is looked at again. */
  readonly #onHint = (): void => {
    if (!document.hidden && !this.#isDone) {
      this.refresh();
    }
  };

  /** Whether nothing but a person asks again. */
  get #isDone(): boolean {
    return Boolean(this.#options.isOnce) && this.#live.state === 'known';
  }

  #schedule(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#ask(), delayMs);
  }

  async #ask(): Promise<void> {
    this.#isAsking = true;
    this.#isAskedAgain = false;
    this.#lastAskedAtMs = Date.now();
    const fetched = await this.#fetch();
    this.#isAsking = false;
    if (this.#stopped.signal.aborted || !fetched) {
      return;
    }
    this.#live = foldLive(this.#live, fetched, Date.now());
    this.#options.onAnswer();
    this.#scheduleNext();
  }

  /** Undefined when the question was called back. */
  async #fetch(): Promise<Fetched<T> | undefined> {
    try {
      return await this.#options.fetch(this.#stopped.signal);
    } catch (error) {
      if (this.#stopped.signal.aborted) {
        return undefined;
      }
      const message = isError(error) ? error.message : String(error);
      return { ok: false, problem: { kind: 'failed', message } };
    }
  }

  #scheduleNext(): void {
    if (this.#isAskedAgain) {
      this.refresh();
      return;
    }
    if (this.#isDone) {
      return;
    }
    const live = this.#live;
    const value = live.state === 'known' ? live.value : undefined;
    const areHintsAvailable = this.#isHinted(value);
    const delayMs = pollIntervalMs(live, {
      areHintsAvailable,
      isBusy: value !== undefined && this.#options.isBusy(value),
    });
    const isSecondLook =
      areHintsAvailable && value !== undefined && !this.#hasLookedTwice;
    this.#hasLookedTwice ||= isSecondLook;
    this.#schedulePoll(
      isSecondLook ? Math.min(delayMs, secondLookMs) : delayMs,
    );
  }

  #isHinted(value: T | undefined): boolean {
    const { subscribe, isHinted } = this.#options;
    return subscribe !== undefined && (value === undefined || isHinted(value));
  }

  /** A page that nobody looks at does not ask; it asks when it is looked at again. */
  #schedulePoll(delayMs: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (document.hidden) {
        this.#schedulePoll(delayMs);
        return;
      }
      this.#ask();
    }, delayMs);
  }
}
