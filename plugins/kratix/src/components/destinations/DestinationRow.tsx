import {
  showName,
  type DestinationSummary,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { ReadinessRow } from './ReadinessRow';
import styles from './destinations.module.css';

/**
 * One Destination: what it takes, and whether it can be written to.
 * @internal
 */
export function DestinationRow(props: { destination: DestinationSummary }) {
  const { name, labels, isStrict, isForPreviews, store, readiness } =
    props.destination;
  const { t } = useTexts();
  const pairs = Object.entries(labels);
  return (
    <ReadinessRow
      name={name}
      readiness={readiness}
      detail={
        store && t('destinations.writesTo', { store: showName(store.name) })
      }
    >
      <span className={styles.labels}>
        {pairs.map(([key, value]) => (
          <code key={key} className={styles.label}>
            {showName(`${key}=${value}`)}
          </code>
        ))}
        {pairs.length === 0 && (
          <span className={styles.quiet}>{t('destinations.noLabels')}</span>
        )}
        {isStrict && (
          <span className={styles.quiet}>{t('destinations.strict')}</span>
        )}
        {isForPreviews && (
          <span className={styles.quiet}>{t('destinations.previews')}</span>
        )}
      </span>
    </ReadinessRow>
  );
}
