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
  review: Pick<
    ReviewsResponse['pullRequests'][number],
    'url' | 'number' | 'author' | 'openedAt'
  >;
  host: string;
  /** What it is about. */
  name: string;
  /** What becomes of that. */
  operation: string;
  place?: string;
}) {
  const { review, host, name, operation, place } = props;
  const { number, author, openedAt } = review;
  const { t } = useTexts();
  return (
    <li className={styles.row}>
      <ToneIcon tone="waiting" isStill />
      <div className={styles.words}>
        <p className={styles.title}>
          <span className={styles.name}>{name}</span>
          <span className={styles.context}>
            {[operation, ...(place ? [place] : [])].join(' · ')}
          </span>
        </p>
        <p className={styles.context}>
          <Link
            href={review.url}
            target="_blank"
            rel="noopener noreferrer"
            aria-label={t('review.openLabel', {
              number: String(number),
              ...{ operation, name, host },
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
