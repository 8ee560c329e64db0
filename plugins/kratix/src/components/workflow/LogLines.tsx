import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { splitAtHits } from '../../log/findHits';
import { layoutLines, ROW_PX } from '../../log/layoutLines';
import type { ShownLine } from '../../log/LogBuffer';
import { useTexts } from '../../translation';
import { useLogSize } from './useLogSize';
import styles from './log.module.css';

interface Props {
  readonly label: string;
  readonly lines: readonly ShownLine[];
  /** The list of lines stays the same while it changes. */
  readonly version: number;
  readonly dropped: number;
  readonly isWrapped: boolean;
  readonly isFollowing: boolean;
  readonly onFollow: (isFollowing: boolean) => void;
  readonly search: string;
  /** Index of the line to show. */
  readonly target: number | undefined;
  readonly markedLine: number | undefined;
  readonly linkTo: (line: number) => string;
  readonly onLine: (line: number) => void;
}

/** Rows beyond the window, so that scrolling does not show where it ends. */
const SPARE_ROWS = 30;

/**
 * The lines of a log, of which only those in the window are on the page.
 * @internal
 */
export function LogLines(props: Props) {
  const { lines, version, isWrapped, isFollowing, onFollow, target } = props;
  const root = useRef<HTMLDivElement>(null);
  const size = useLogSize(root);
  const columns = isWrapped ? size.columns : undefined;
  const layout = useMemo(
    () => layoutLines(lines, columns),
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the version stands for what is in the lines
    [lines, version, columns],
  );
  const [top, setTop] = useState(0);
  const count = lines.length;

  useLayoutEffect(() => {
    const element = root.current;
    if (element && isFollowing) {
      element.scrollTop = element.scrollHeight;
      setTop(element.scrollTop);
    }
  }, [layout, isFollowing, size.heightPx]);

  useKeepPlace(root, props.dropped, layout.topOf);

  const showLine = useCallback(
    (index: number) => {
      const element = root.current;
      if (element) {
        const place = layout.topOf(index) - element.clientHeight / 3;
        element.scrollTop = Math.max(0, place);
        setTop(element.scrollTop);
      }
    },
    [layout],
  );
  const show = useRef(showLine);
  show.current = showLine;
  useEffect(() => {
    if (target !== undefined) {
      show.current(target);
    }
  }, [target]);

  const first = layout.indexAt(top - SPARE_ROWS * ROW_PX);
  const last = layout.indexAt(top + size.heightPx + SPARE_ROWS * ROW_PX);
  return (
    <div
      ref={root}
      role="region"
      aria-label={props.label}
      tabIndex={0}
      className={styles.window}
      onScroll={({ currentTarget: element }) => {
        setTop(element.scrollTop);
        const left =
          element.scrollHeight - element.scrollTop - element.clientHeight;
        const isAtEnd = left < ROW_PX * 2;
        if (isAtEnd !== isFollowing && isByHand(element, isAtEnd, top)) {
          onFollow(isAtEnd);
        }
      }}
    >
      <div
        className={isWrapped ? styles.wrapped : styles.plain}
        style={{ height: layout.heightPx }}
      >
        <div style={{ paddingTop: layout.topOf(first) }}>
          {count > 0 &&
            lines
              .slice(first, last + 1)
              .map((line, at) => (
                <Line
                  key={props.dropped + first + at}
                  line={line}
                  number={props.dropped + first + at + 1}
                  rows={layout.rowsOf(first + at)}
                  isTarget={first + at === target}
                  isMarked={props.dropped + first + at + 1 === props.markedLine}
                  search={props.search}
                  linkTo={props.linkTo}
                  onLine={props.onLine}
                />
              ))}
        </div>
      </div>
    </div>
  );
}

/** Lines that come below move the end away; only a person moves the window up. */
function isByHand(
  element: HTMLElement,
  isAtEnd: boolean,
  before: number,
): boolean {
  return isAtEnd || element.scrollTop < before;
}

/** What a person reads stays where it is when lines above it are dropped. */
function useKeepPlace(
  root: React.RefObject<HTMLDivElement | null>,
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

function Line(props: {
  line: ShownLine;
  number: number;
  rows: number;
  isTarget: boolean;
  isMarked: boolean;
  search: string;
  linkTo: (line: number) => string;
  onLine: (line: number) => void;
}) {
  const { line, number, rows, search } = props;
  const { t } = useTexts();
  return (
    <div
      className={[
        styles.line,
        props.isMarked ? styles.marked : '',
        props.isTarget ? styles.target : '',
      ].join(' ')}
      style={{ height: rows * ROW_PX }}
      title={line.time}
    >
      <a
        className={styles.number}
        href={props.linkTo(number)}
        aria-label={t('log.line', { number: String(number) })}
        tabIndex={props.isTarget || props.isMarked ? 0 : -1}
        onClick={event => {
          event.preventDefault();
          props.onLine(number);
        }}
      >
        {number}
      </a>
      <span className={styles.text}>
        {splitAtHits(line.text, search).map((part, index) =>
          part.isHit ? (
            <mark key={index}>{part.text}</mark>
          ) : (
            <span key={index}>{part.text}</span>
          ),
        )}
        {line.isCut && <em> {t('log.cut')}</em>}
      </span>
    </div>
  );
}
