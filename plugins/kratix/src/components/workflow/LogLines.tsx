import type { CSSProperties } from 'react';
import { splitAtHits } from '../../log/findHits';
import { ROW_PX } from '../../log/layoutLines';
import type { ShownLine } from '../../log/LogBuffer';
import { useTexts } from '../../translation';
import { useLogWindow } from './useLogWindow';
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

/**
 * The lines of a log, of which only those in the window are on the page.
 * @internal
 */
export function LogLines(props: Props) {
  const { lines, isWrapped, target, dropped } = props;
  const digits = countDigits(dropped + lines.length);
  const { root, layout, first, last, onScroll } = useLogWindow(props, digits);
  return (
    <div
      ref={root}
      role="region"
      aria-label={props.label}
      tabIndex={0}
      className={styles.window}
      style={{ '--kratix-log-digits': digits } as CSSProperties}
      onScroll={onScroll}
    >
      <div
        className={isWrapped ? styles.wrapped : styles.plain}
        style={{ height: layout.heightPx }}
      >
        <div style={{ paddingTop: layout.topOf(first) }}>
          {lines.slice(first, last + 1).map((line, at) => (
            <Line
              key={dropped + first + at}
              line={line}
              number={dropped + first + at + 1}
              rows={layout.rowsOf(first + at)}
              isTarget={first + at === target}
              isMarked={dropped + first + at + 1 === props.markedLine}
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

/** Few lines come first: a column that grows at once would move the text. */
function countDigits(lastNumber: number): number {
  return Math.max(3, String(lastNumber).length);
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
