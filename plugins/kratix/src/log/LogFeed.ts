import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ApiProblem, Fetched } from '../api';
import { LogBuffer } from './LogBuffer';

type Unavailable = Extract<LogEvent, { type: 'unavailable' }>;

/**
 * How reading a log goes.
 * @internal
 */
export type LogFeedState =
  | { readonly type: 'loading' }
  | { readonly type: 'following' }
  | { readonly type: 'reconnecting' }
  | { readonly type: 'ended' }
  | { readonly type: 'limit' }
  | Unavailable
  | { readonly type: 'failed'; readonly problem: ApiProblem };

/** @internal */
export interface LogFeedOptions {
  readonly open: (
    from: { readonly sinceTime: string | undefined },
    signal: AbortSignal,
  ) => Promise<Fetched<AsyncGenerator<LogEvent, void, undefined>>>;
  /** Whether more lines may come after the last one. */
  readonly isRunning: () => boolean;
  readonly onChange: () => void;
  /** The container has ended, or so it seems. */
  readonly onEnd?: () => void;
}

const PAINT_MS = 100;
const SILENCE_MS = 45_000;
const ASLEEP_MS = 30_000;
const PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000];

/**
 * Reads one log into a bounded buffer, and goes on after a break at the line where it stopped. A page that nobody
 * looks at does not read.
 * @internal
 */
export class LogFeed {
  readonly buffer = new LogBuffer();
  #state: LogFeedState = { type: 'loading' };
  #version = 0;
  readonly #stopped = new AbortController();
  #attempt: AbortController | undefined;
  #failures = 0;
  #painting: ReturnType<typeof setTimeout> | undefined;
  #wake: (() => void) | undefined;

  constructor(private readonly options: LogFeedOptions) {}

  get state(): LogFeedState {
    return this.#state;
  }

  /** Another one whenever there is something new to show. */
  get version(): number {
    return this.#version;
  }

  start(): () => void {
    let asleep: ReturnType<typeof setTimeout> | undefined;
    const onVisible = () => {
      clearTimeout(asleep);
      if (document.hidden) {
        asleep = setTimeout(() => this.#attempt?.abort(), ASLEEP_MS);
      } else {
        this.#wake?.();
      }
    };
    const onOnline = () => this.#wake?.();
    document.addEventListener('visibilitychange', onVisible);
    window.addEventListener('online', onOnline);
    void this.#run();
    return () => {
      clearTimeout(asleep);
      clearTimeout(this.#painting);
      document.removeEventListener('visibilitychange', onVisible);
      window.removeEventListener('online', onOnline);
      this.#stopped.abort();
      this.#attempt?.abort();
      this.#wake?.();
    };
  }

  async #run(): Promise<void> {
    while (!this.#stopped.signal.aborted) {
      const outcome = await this.#readOnce();
      if (this.#stopped.signal.aborted) {
        return;
      }
      if (outcome === 'over') {
        this.options.onEnd?.();
        return;
      }
      this.#show({ type: 'reconnecting' });
      await this.#pause();
    }
  }

  /** `again`: it broke, or ended though the container runs on. */
  async #readOnce(): Promise<'over' | 'again'> {
    const attempt = new AbortController();
    this.#attempt = attempt;
    const listening = { timer: giveUpLater(attempt) };
    try {
      const sinceTime = this.buffer.lastTime;
      const opened = await this.options.open({ sinceTime }, attempt.signal);
      if (!opened.ok) {
        return this.#fail(opened.problem);
      }
      const onlyNew = this.buffer.startAgain();
      for await (const event of opened.value) {
        clearTimeout(listening.timer);
        listening.timer = giveUpLater(attempt);
        const outcome = this.#take(event, onlyNew);
        if (outcome) {
          return outcome;
        }
      }
      return 'again';
    } catch {
      return 'again';
    } finally {
      clearTimeout(listening.timer);
      attempt.abort();
    }
  }

  #take(
    event: LogEvent,
    onlyNew: ReturnType<LogBuffer['startAgain']>,
  ): 'over' | 'again' | undefined {
    switch (event.type) {
      case 'lines':
        this.#failures = 0;
        this.buffer.append(onlyNew(event.lines));
        this.#show({ type: 'following' });
        return undefined;
      case 'heartbeat':
        return undefined;
      case 'unavailable':
        this.#show(event);
        return 'over';
      case 'end':
        return this.#end(event.reason);
      default:
        return event satisfies never;
    }
  }

  #end(reason: Extract<LogEvent, { type: 'end' }>['reason']): 'over' | 'again' {
    if (reason === 'interrupted') {
      return 'again';
    }
    if (reason === 'finished' && this.options.isRunning()) {
      this.options.onEnd?.();
      return 'again';
    }
    this.#show({ type: reason === 'limit' ? 'limit' : 'ended' });
    return 'over';
  }

  #fail(problem: ApiProblem): 'over' | 'again' {
    const isPassing =
      problem.kind === 'noAnswer' || problem.kind === 'unreachable';
    if (isPassing && this.buffer.lines.length > 0) {
      return 'again';
    }
    this.#show({ type: 'failed', problem });
    return 'over';
  }

  #pause(): Promise<void> {
    const ms = PAUSES_MS[Math.min(this.#failures, PAUSES_MS.length - 1)];
    this.#failures += 1;
    return new Promise(resolve => {
      const go = () => {
        // Asleep: the next look at the page goes on.
        if (!document.hidden || this.#stopped.signal.aborted) {
          clearTimeout(timer);
          this.#wake = undefined;
          resolve();
        }
      };
      const timer = setTimeout(go, ms);
      this.#wake = go;
    });
  }

  #show(state: LogFeedState): void {
    this.#state = state;
    this.#painting ??= setTimeout(() => {
      this.#painting = undefined;
      this.#version += 1;
      this.options.onChange();
    }, PAINT_MS);
  }
}

/** A connection that says nothing, not even that it lives, is half-open. */
function giveUpLater(attempt: AbortController) {
  return setTimeout(() => attempt.abort(), SILENCE_MS);
}
