import { Alert, Card, CardBody } from '@backstage/ui';
import { useTexts } from '../../translation';
import styles from './notices.module.css';

/**
 * Names each annotation that an entity lacks.
 * @internal
 */
export function MissingAnnotations(props: { annotations: readonly string[] }) {
  const { t } = useTexts();
  return (
    <Card>
      <CardBody>
        <Alert
          icon
          status="warning"
          title={t('missing.title')}
          description={
            <>
              {t('missing.intro')}
              <ul className={styles.names}>
                {props.annotations.map(annotation => (
                  <li key={annotation}>
                    <code>{annotation}</code>
                  </li>
                ))}
              </ul>
            </>
          }
        />
      </CardBody>
    </Card>
  );
}
