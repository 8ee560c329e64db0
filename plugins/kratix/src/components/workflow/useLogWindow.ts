import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type RefObject,
  type UIEvent,
} from 'react';
import { layoutLines, ROW_PX, type LineLayout } from '../../log/layoutLines';
import type { ShownLine } from '../../log/LogBuffer';
import { useLogSize } from './useLogSize';

/** Rows beyond the window, so that scrolling does not show where it ends. */
const SPARE_ROWS = 30;

/**
 * Which lines of a log are in its window: those at the end while it follows, else where a person has scrolled
 * to, or the line that was asked for.
 * @internal
 */
export function useLogWindow(
  options: {
    readonly lines: readonly ShownLine[];
    readonly version: number;
    readonly dropped: number;
    readonly isWrapped: boolean;
    readonly isFollowing: boolean;
    readonly onFollow: (isFollowing: boolean) => void;
    readonly target: number | undefined;
  },
  digits: number,
) {
  const { lines, version, isFollowing, onFollow, target } = options;
  const root = useRef<HTMLDivElement>(null);
  const size = useLogSize(root, digits);
  const columns = options.isWrapped ? size.columns : undefined;
  const layout = useMemo(
    () => layoutLines(lines, columns),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the version stands for what is in the lines
    [lines, version, columns],
  );
  const [top, setTop] = useState(0);

  useLayoutEffect(() => {
    const element = root.current;
    if (element && isFollowing) {
      element.scrollTop = element.scrollHeight;
      setTop(element.scrollTop);
    }
  }, [layout, isFollowing, size.heightPx]);
  useKeepPlace(root, options.dropped, layout.topOf);
  useTarget(root, layout, target);

  const onScroll = ({ currentTarget: element }: UIEvent<HTMLElement>) => {
    setTop(element.scrollTop);
    const left =
      element.scrollHeight - element.scrollTop - element.clientHeight;
    const isAtEnd = left < ROW_PX * 2;
    // Lines that come below move the end away; only a person moves the window up.
    const isByHand = isAtEnd || element.scrollTop < top;
    if (isAtEnd !== isFollowing && isByHand) {
      onFollow(isAtEnd);
    }
  };
  return {
    root,
    layout,
    first: layout.indexAt(top - SPARE_ROWS * ROW_PX),
    last: layout.indexAt(top + size.heightPx + SPARE_ROWS * ROW_PX),
    onScroll,
  };
}

/** Moves to a line when another one is asked for, and not when lines come. */
function useTarget(
  root: RefObject<HTMLElement | null>,
  layout: LineLayout,
  target: number | undefined,
) {
  const latest = useRef(layout);
  latest.current = layout;
  useEffect(() => {
    const element = root.current;
    if (element && target !== undefined) {
      const place = latest.current.topOf(target) - element.clientHeight / 3;
      element.scrollTop = Math.max(0, place);
    }
  }, [root, target]);
}

/** What a person reads stays where it is when lines above it are dropped. */
function useKeepPlace(
  root: RefObject<HTMLDivElement | null>,
  dropped: number,
  topOf: (index: number) => number,
) {
  const before = useRef(dropped);
  useLayoutEffect(() => {
    const gone = dropped - before.current;
    before.current = dropped;
    if (gone > 0 && root.current) {
      root.current.scrollTop -= topOf(Math.min(gone, 2_000));
    }
  }, [root, dropped, topOf]);
}
