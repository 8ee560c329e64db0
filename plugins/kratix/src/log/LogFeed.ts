import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ApiProblem, Fetched } from '../api';
import { isPassing } from './isPassing';
import { LogBuffer } from './LogBuffer';
import type { LogFeedState } from './LogFeedState';
import { watchPage } from './watchPage';

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
  #isReading = false;
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
    const unwatch = watchPage({
      onAsleep: () => this.#attempt?.abort(),
      onAwake: () => this.#wake?.(),
    });
    this.#begin();
    return () => {
      unwatch();
      clearTimeout(this.#painting);
      this.#stopped.abort();
      this.#attempt?.abort();
      this.#wake?.();
    };
  }

  /** Asks again at once, as somebody wants it: while it waits for its next attempt, or has given up. */
  readonly retry = (): void => {
    this.#show({ type: 'loading' });
    this.#wake?.();
    this.#begin();
  };

  /** Never twice at once: each line would be there twice. */
  #begin(): void {
    if (!this.#isReading && !this.#stopped.signal.aborted) {
      this.#isReading = true;
      void this.#run().finally(() => {
        this.#isReading = false;
      });
    }
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
      if (this.#state.type !== 'failed') {
        this.#show({ type: 'reconnecting' });
      }
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
        // No line tells that the log is open, not that it lasts: what opens and breaks is asked ever less often.
        if (event.lines.length > 0) {
          this.#failures = 0;
        }
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

  /** Trouble that passes is asked through; where nothing was read yet, it says why. */
  #fail(problem: ApiProblem): 'over' | 'again' {
    const isLasting = !isPassing(problem);
    if (isLasting || this.buffer.lines.length === 0) {
      this.#show({ type: 'failed', problem });
    }
    return isLasting ? 'over' : 'again';
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
