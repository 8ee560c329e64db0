import { useId, type ReactNode } from 'react';
import { Card, CardBody, Text } from '@backstage/ui';
import styles from './manage.module.css';

/**
 * One thing that can be done: what it is, what it does, and the way to it.
 * @internal
 */
export function ManageSection(props: {
  title: string;
  about?: ReactNode;
  children: ReactNode;
}) {
  const { title, about, children } = props;
  const id = useId();
  return (
    <Card>
      <CardBody>
        <section aria-labelledby={id} className={styles.section}>
          <div className={styles.words}>
            <Text as="h3" id={id} variant="title-x-small" weight="bold">
              {title}
            </Text>
            {about && (
              <Text as="p" variant="body-medium" color="secondary">
                {about}
              </Text>
            )}
          </div>
          {children}
        </section>
      </CardBody>
    </Card>
  );
}
