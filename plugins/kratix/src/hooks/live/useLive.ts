import { useCallback, useRef, useSyncExternalStore } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  kratixSignalChannel,
  type KratixSignal,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../../api';
import type { Live } from './Live';
import { LiveQueries } from './LiveQueries';

/**
 * A live answer with a way to ask again by hand.
 * @public
 */
export type LiveResult<T> = Live<T> & { readonly refresh: () => void };

/**
 * What to keep fresh. Whoever asks the same of the same shares the answer, so the functions must follow from
 * `api` and `key` alone.
 * @internal
 */
export interface LiveSubject<T> {
  /** Whom it is asked of. */
  readonly api: object;
  /** What is asked; another one starts over. */
  readonly key: string;
  readonly fetch: (signal: AbortSignal) => Promise<Fetched<T>>;
  readonly isConcernedBy: (hint: KratixSignal) => boolean;
  readonly isBusy: (value: T) => boolean;
  /** Whether changes of this value come with hints; they do unless said otherwise. */
  readonly isHinted?: (value: T) => boolean;
  /** How long after a question the next may follow, however many hints come. */
  readonly minimumGapMs?: number;
  /** Once it is known, it is asked again only by hand. */
  readonly isOnce?: boolean;
}

/**
 * Keeps an answer fresh while the component is mounted.
 *
 * Subscribes to the signals API itself: `useSignal` holds only the last message, so that of two hints
 * in one render the first would be lost.
 * @internal
 */
export function useLive<T>(subject: LiveSubject<T>): LiveResult<T> {
  const signals = useApiHolder().get(signalApiRef);
  const { api, key } = subject;
  const queries = queriesOf(api);
  const latest = useRef(subject);
  latest.current = subject;
  const follow = useCallback(
    (listener: () => void) => {
      const { fetch, isBusy, isHinted, isConcernedBy, minimumGapMs, isOnce } =
        latest.current;
      const subscribe =
        signals &&
        ((onHint: () => void) => {
          const { unsubscribe } = signals.subscribe<KratixSignal>(
            kratixSignalChannel,
            hint => isConcernedBy(hint) && onHint(),
          );
          return unsubscribe;
        });
      const options = {
        fetch,
        isBusy,
        isHinted: isHinted ?? (() => true),
        minimumGapMs,
        isOnce,
        subscribe,
      };
      return queries.follow<T>(key, options, listener);
    },
    [queries, key, signals],
  );
  const live = useSyncExternalStore(follow, () => queries.read(key));
  const refresh = useCallback(() => queries.refresh(key), [queries, key]);
  // The key is the address that was asked, which is what the compiler cannot follow from here.
  return { ...(live as Live<T>), refresh };
}

/** By whom they are asked: an app has one of each API, and a test has its own. */
const queriesByApi = new WeakMap<object, LiveQueries>();

function queriesOf(api: object): LiveQueries {
  const queries = queriesByApi.get(api) ?? new LiveQueries();
  queriesByApi.set(api, queries);
  return queries;
}
