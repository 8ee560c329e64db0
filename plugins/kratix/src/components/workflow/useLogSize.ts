import { useLayoutEffect, useState, type RefObject } from 'react';

/** Around the line numbers, and behind the text; see log.module.css. */
const SPACE_PX = 24;
const SAMPLE = 'x'.repeat(50);

/**
 * How large the window of a log is, and how many characters stand in one row beside numbers of so many digits.
 * @internal
 */
export function useLogSize(
  root: RefObject<HTMLElement | null>,
  digits: number,
): {
  readonly heightPx: number;
  readonly columns: number;
} {
  const [size, setSize] = useState({ heightPx: 600, columns: 80 });
  useLayoutEffect(() => {
    const element = root.current;
    if (!element || typeof ResizeObserver === 'undefined') {
      return undefined;
    }
    const measure = () => {
      const character = measureCharacter(element);
      const width = element.clientWidth - SPACE_PX - digits * character;
      const columns =
        character > 0 ? Math.max(10, Math.floor(width / character)) : 80;
      const heightPx = element.clientHeight;
      setSize(before =>
        before.columns === columns && before.heightPx === heightPx
          ? before
          : { columns, heightPx },
      );
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    measure();
    return () => observer.disconnect();
  }, [root, digits]);
  return size;
}

function measureCharacter(element: HTMLElement): number {
  const sample = document.createElement('span');
  sample.textContent = SAMPLE;
  sample.style.position = 'absolute';
  sample.style.visibility = 'hidden';
  element.append(sample);
  const width = sample.getBoundingClientRect().width / SAMPLE.length;
  sample.remove();
  return width;
}
