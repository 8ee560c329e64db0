import { useId, type ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './Section.module.css';

/**
 * A titled part of a card.
 * @internal
 */
export function Section(props: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.root}>
      <Text
        as="h4"
        id={id}
        variant="body-small"
        weight="bold"
        color="secondary"
        className={styles.title}
      >
        {props.title}
      </Text>
      {props.children}
    </section>
  );
}
