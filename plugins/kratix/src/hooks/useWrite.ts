import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApiProblem, Fetched } from '../api';

/**
 * What became of the last thing that was asked for. `asked`: it was accepted, and the page has not seen what
 * came of it yet.
 * @internal
 */
export type Write<N extends string> =
  | { readonly state: 'idle' }
  | { readonly state: 'asking'; readonly name: N }
  | { readonly state: 'asked'; readonly name: N }
  | {
      readonly state: 'failed';
      readonly name: N;
      readonly problem: ApiProblem;
    };

/** After this the page has surely heard what came of it, or will not. */
const askedMs = 15_000;

/**
 * Asks for one thing at a time: nothing is sent twice because somebody clicked twice.
 * @internal
 */
export function useWrite<N extends string>(onAsked: () => void) {
  const [write, setWrite] = useState<Write<N>>({ state: 'idle' });
  const isAsking = useRef(false);
  const isGone = useRef(false);
  const heard = useRef(onAsked);
  heard.current = onAsked;

  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);

  useEffect(() => {
    if (write.state !== 'asked') {
      return undefined;
    }
    const timer = setTimeout(() => setWrite({ state: 'idle' }), askedMs);
    return () => clearTimeout(timer);
  }, [write]);

  const ask = useCallback(
    async (name: N, send: () => Promise<Fetched<unknown>>) => {
      if (isAsking.current) {
        return false;
      }
      isAsking.current = true;
      setWrite({ state: 'asking', name });
      const answer = await send();
      isAsking.current = false;
      if (!isGone.current) {
        setWrite(
          answer.ok
            ? { state: 'asked', name }
            : { state: 'failed', name, problem: answer.problem },
        );
        heard.current();
      }
      return answer.ok;
    },
    [],
  );
  /** Why something was not done is read, and the person begins anew. What is being asked goes on. */
  const settle = useCallback(
    (name: N) =>
      setWrite(now =>
        now.state !== 'idle' && now.state !== 'asking' && now.name === name
          ? { state: 'idle' }
          : now,
      ),
    [],
  );
  return { write, ask, settle };
}
