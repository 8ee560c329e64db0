import { Badge } from '@backstage/ui';
import type { PromiseAboutResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { Section } from '../section/Section';
import styles from './promise.module.css';

/**
 * The versions of a service that its platform keeps, and how many requests are at each. Nothing where this
 * Kratix keeps none.
 * @internal
 */
export function PromiseRevisions(props: {
  revisions: PromiseAboutResponse['revisions'];
}) {
  const { revisions = [] } = props;
  const { t } = useTexts();
  if (revisions.length === 0) {
    return null;
  }
  return (
    <Section title={t('about.revisions')}>
      <ul className={styles.requirements}>
        {revisions.map(({ version, isLatest, createdAt, requests }) => (
          <li key={version} className={styles.revision}>
            <span>
              {version}{' '}
              {isLatest && <Badge size="small">{t('about.latest')}</Badge>}
            </span>
            <span className={styles.group}>
              {createdAt &&
                t('about.installed', {
                  time: <RelativeTime time={createdAt} />,
                })}
              {requests !== undefined && (
                <> · {t('about.revisionRequests', { count: requests })}</>
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
