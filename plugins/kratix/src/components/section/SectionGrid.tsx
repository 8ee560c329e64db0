import type { ReactNode } from 'react';
import styles from './Section.module.css';

/**
 * Sections side by side where the card is wide enough; the width of the window says nothing about it.
 * @internal
 */
export function SectionGrid({ children }: { children: ReactNode }) {
  return (
    <div className={styles.grid}>
      <div className={styles.columns}>{children}</div>
    </div>
  );
}
