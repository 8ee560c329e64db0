import type { ReactNode } from 'react';
import styles from './readable.module.css';

/**
 * Room for content whose secondary text must be readable in every theme.
 * @internal
 */
export function Readable({ children }: { children: ReactNode }) {
  return <div className={styles.readable}>{children}</div>;
}
