import { useCallback, useEffect, useRef, useState } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  kratixSignalChannel,
  type KratixSignal,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from '../../api';
import type { Live } from './Live';
import { LiveQuery } from './LiveQuery';

/**
 * A live answer with a way to ask again by hand.
 * @public
 */
export type LiveResult<T> = Live<T> & { readonly refresh: () => void };

/**
 * What to keep fresh. A new `key` starts over; the functions may change with each render.
 * @internal
 */
export interface LiveSubject<T> {
  readonly key: string;
  readonly fetch: (signal: AbortSignal) => Promise<Fetched<T>>;
  readonly isConcernedBy: (hint: KratixSignal) => boolean;
  readonly isBusy: (value: T) => boolean;
  /** Whether changes of this value come with hints; they do unless said otherwise. */
  readonly isHinted?: (value: T) => boolean;
  /** How long after a question the next may follow, however many hints come. */
  readonly minimumGapMs?: number;
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
  const latest = useRef(subject);
  latest.current = subject;
  const query = useRef<LiveQuery<T>>(undefined);
  const [answer, setAnswer] = useState<{ key: string; live: Live<T> }>();

  const { key } = subject;
  useEffect(() => {
    const next = new LiveQuery<T>({
      fetch: signal => latest.current.fetch(signal),
      onChange: live => setAnswer({ key, live }),
      isBusy: value => latest.current.isBusy(value),
      isHinted: value => latest.current.isHinted?.(value) ?? true,
      minimumGapMs: latest.current.minimumGapMs,
      subscribe:
        signals &&
        (onHint => {
          const { unsubscribe } = signals.subscribe<KratixSignal>(
            kratixSignalChannel,
            hint => latest.current.isConcernedBy(hint) && onHint(),
          );
          return unsubscribe;
        }),
    });
    query.current = next;
    return next.start();
  }, [key, signals]);

  const refresh = useCallback(() => query.current?.refresh(), []);
  // An answer to an earlier key must never show as this one's.
  const live: Live<T> =
    answer?.key === key ? answer.live : { state: 'loading' };
  return { ...live, refresh };
}
