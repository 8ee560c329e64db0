import { useId, type ReactNode } from 'react';
import { Text } from '@backstage/ui';
import styles from './home.module.css';

/**
 * A titled part of the Kratix page.
 * @internal
 */
export function HomeBlock(props: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.block}>
      <div className={styles.head}>
        <Text as="h2" id={id} variant="title-small" weight="bold">
          {props.title}
        </Text>
        {props.aside}
      </div>
      {props.children}
    </section>
  );
}
