import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router-dom';
import { findOpened, type Lane, type Opened } from './lanes';

/** Names of what the address of the page holds, so that a link shows the same to a colleague. */
const keys = { lane: 'of', part: 'show', place: 'to', file: 'file' } as const;

/**
 * What is open below the picture, held by the address of the page.
 * @internal
 */
export function useOpened(lanes: readonly Lane[]) {
  const [params, setParams] = useSearchParams();
  // Only what a person opens takes the focus; a link or a change must not.
  const isAsked = useRef(false);
  const opened = findOpened(lanes, {
    lane: params.get(keys.lane),
    part: params.get(keys.part),
    place: params.get(keys.place),
  });

  const open = useCallback(
    (next: Opened | undefined) => {
      isAsked.current = next !== undefined;
      setParams(
        current => {
          const changed = new URLSearchParams(current);
          Object.values(keys).forEach(key => changed.delete(key));
          toParams(next).forEach(([key, value]) => changed.set(key, value));
          return changed;
        },
        { replace: true, preventScrollReset: true },
      );
    },
    [setParams],
  );
  const openFile = useCallback(
    (path: string) =>
      setParams(
        current => {
          const changed = new URLSearchParams(current);
          changed.set(keys.file, path);
          return changed;
        },
        { replace: true, preventScrollReset: true },
      ),
    [setParams],
  );
  const file = params.get(keys.file) ?? undefined;
  return { opened, open, file, openFile, isAsked };
}

function toParams(opened: Opened | undefined): (readonly [string, string])[] {
  return opened
    ? [
        [keys.lane, opened.lane.key],
        [keys.part, opened.part],
        ...(opened.placement
          ? [[keys.place, opened.placement.name] as const]
          : []),
      ]
    : [[keys.part, 'none']];
}
