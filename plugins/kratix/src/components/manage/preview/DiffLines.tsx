import styles from '../manage.module.css';

/**
 * The lines of a unified difference. The sign stays beside the colour: colour never stands alone.
 * @internal
 */
export function DiffLines({ path, diff }: { path: string; diff: string }) {
  return (
    // Scrolls, so the keyboard must reach it.
    <pre className={styles.diff} tabIndex={0} aria-label={path}>
      {diff.split('\n').map((line, index) => (
        <span key={index} className={classOf(line)}>
          {line}
          {'\n'}
        </span>
      ))}
    </pre>
  );
}

function classOf(line: string): string | undefined {
  if (line.startsWith('+')) {
    return styles.plus;
  }
  return line.startsWith('-') ? styles.minus : styles.context;
}
