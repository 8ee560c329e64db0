import type { Live } from './Live';
import { LiveQuery, type LiveQueryOptions } from './LiveQuery';

/**
 * The questions that a page asks now. However many components want an answer it is asked for once, so that
 * they say the same at any moment: the header of a page and its cards, two fields of one form.
 * @internal
 */
export class LiveQueries {
  readonly #shared = new Map<string, SharedQuery>();

  /** What is known of a question now. */
  read(key: string): Live<unknown> {
    return this.#shared.get(key)?.query.live ?? loading;
  }

  /** Asks while somebody follows; the returned function ends it for this one. */
  follow<T>(
    key: string,
    options: Omit<LiveQueryOptions<T>, 'onAnswer'>,
    listener: () => void,
  ): () => void {
    const shared = this.#shared.get(key) ?? this.#begin(key, options);
    shared.listeners.add(listener);
    shared.query.welcome();
    return () => {
      if (shared.listeners.delete(listener) && shared.listeners.size === 0) {
        shared.stop();
        this.#shared.delete(key);
      }
    };
  }

  /** Asks again soon. */
  refresh(key: string): void {
    this.#shared.get(key)?.query.refresh();
  }

  #begin<T>(
    key: string,
    options: Omit<LiveQueryOptions<T>, 'onAnswer'>,
  ): SharedQuery {
    const listeners = new Set<() => void>();
    const query = new LiveQuery<T>({
      ...options,
      onAnswer: () => listeners.forEach(listener => listener()),
    });
    const shared = { query, listeners, stop: query.start() };
    this.#shared.set(key, shared);
    return shared;
  }
}

interface SharedQuery {
  readonly query: {
    readonly live: Live<unknown>;
    refresh(): void;
    welcome(): void;
  };
  readonly listeners: Set<() => void>;
  readonly stop: () => void;
}

/** One object, by which React sees that nothing changed. */
const loading: Live<never> = { state: 'loading' };
