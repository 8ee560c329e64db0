import type { ReactNode } from 'react';
import styles from './FactList.module.css';

/**
 * One line of a {@link FactList}.
 * @internal
 */
export interface FactRow {
  readonly key: string;
  readonly label: string;
  readonly value: ReactNode;
}

/**
 * Names and values, aligned.
 * @internal
 */
export function FactList({ rows }: { rows: readonly FactRow[] }) {
  return (
    <dl className={styles.list}>
      {rows.map(row => (
        <div key={row.key} className={styles.row}>
          <dt className={styles.label}>{row.label}</dt>
          <dd className={styles.value}>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}
