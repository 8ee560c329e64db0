import { Link } from '@backstage/ui';
import type { ReviewsResponse } from '@kratix-portal/backstage-plugin-kratix-common';
import { RelativeTime } from '../../time';
import { useTexts } from '../../translation';
import { ToneIcon } from '../tone/ToneIcon';
import styles from './review.module.css';

/**
 * One pull request: what it asks for, since when, and the way to it.
 * @internal
 */
export function ReviewRow(props: {
  review: ReviewsResponse['pullRequests'][number];
  host: string;
}) {
  const { review, host } = props;
  const { name, namespace, number, operation, author, openedAt } = review;
  const { t } = useTexts();
  return (
    <li className={styles.row}>
      <ToneIcon tone="waiting" isStill />
      <div className={styles.words}>
        <p className={styles.title}>
          <span className={styles.name}>{name}</span>
          <span className={styles.context}>
            {[t(`review.${operation}`), t('review.in', { namespace })].join(
              ' · ',
            )}
          </span>
        </p>
        <p className={styles.context}>
          <Link
            href={review.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('review.openLabel', {
              number: String(number),
              operation: t(`review.${operation}`),
              ...{ name, host },
            })}
          >
            {t('review.open', { number: String(number) })}
          </Link>
          {author && ` · ${t('review.openedBy', { author })}`}
          {openedAt && (
            <>
              {' · '}
              <RelativeTime time={openedAt} />
            </>
          )}
        </p>
      </div>
    </li>
  );
}
