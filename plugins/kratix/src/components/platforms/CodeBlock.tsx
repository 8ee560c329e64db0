import { CopyButton } from '../copy/CopyButton';
import styles from './platforms.module.css';

/**
 * Something to copy into a file or a terminal.
 * @internal
 */
export function CodeBlock({ text, what }: { text: string; what: string }) {
  return (
    <div className={styles.code}>
      <pre tabIndex={0}>{text}</pre>
      <CopyButton text={text} what={what} />
    </div>
  );
}
