import { useEffect, useRef, useState } from 'react';

const pauseMs = 300;

/**
 * Text that a person types, handed on when they pause. What comes from outside replaces it, except while
 * they type.
 * @internal
 */
export function useDebouncedText(
  outer: string,
  onPause: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(outer);
  const latest = useRef(onPause);
  latest.current = onPause;
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (timer.current === undefined) {
      setText(outer);
    }
  }, [outer]);
  useEffect(() => () => clearTimeout(timer.current), []);

  const change = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      latest.current(next.trim());
    }, pauseMs);
  };
  return [text, change];
}
