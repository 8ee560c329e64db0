import { useMemo, useState } from 'react';
import type { LiveLog } from '../../hooks';
import { findHits } from '../../log/findHits';

/** @internal */
export interface LogSearch {
  readonly text: string;
  readonly setText: (text: string) => void;
  /** Of lines. */
  readonly total: number;
  /** From 1; 0 while there is none. */
  readonly position: number;
  readonly step: (by: 1 | -1) => void;
  /** Index of the line that is shown. */
  readonly target: number | undefined;
}

/**
 * Where a text is in a log, and which of the places is looked at.
 * @internal
 */
export function useLogSearch({ lines, version, dropped }: LiveLog): LogSearch {
  const [text, setText] = useState('');
  /** Number of the line that is looked at, which stays while others come and go. */
  const [line, setLine] = useState<number>();
  const hits = useMemo(
    () => findHits(lines, text),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the version stands for what is in the lines
    [lines, version, text],
  );
  const at = line === undefined ? -1 : hits.indexOf(line - dropped);
  const current = at === -1 ? 0 : at;
  return {
    text,
    setText: next => {
      setText(next);
      setLine(undefined);
    },
    total: hits.length,
    position: hits.length === 0 ? 0 : current + 1,
    step: by => {
      // The first is looked at as soon as there is one.
      const next = hits.at((current + by) % hits.length);
      setLine(next === undefined ? undefined : next + dropped);
    },
    target: hits.length > 0 ? hits[current] : undefined,
  };
}
