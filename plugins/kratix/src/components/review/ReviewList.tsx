import { Text } from '@backstage/ui';
import type {
  PromiseRef,
  RequestRef,
  ReviewsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useTexts } from '../../translation';
import { ReviewRow } from './ReviewRow';
import styles from './review.module.css';

/**
 * The pull requests that are open, and what that means.
 * @internal
 */
export function ReviewList(props: {
  reviews: ReviewsResponse;
  subject: PromiseRef | RequestRef;
}) {
  const { reviews, subject } = props;
  const { pullRequests, repository, isComplete } = reviews;
  const { t } = useTexts();
  return (
    <section aria-label={t('review.title')} className={styles.root}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('review.title')}
      </Text>
      <p className={styles.about}>
        {'name' in subject
          ? t('review.aboutRequest')
          : t('review.aboutService', { count: pullRequests.length })}
      </p>
      <ul className={styles.rows}>
        {pullRequests.map(review => (
          <ReviewRow
            key={review.url}
            review={review}
            host={repository?.host ?? ''}
          />
        ))}
      </ul>
      {!isComplete && <p className={styles.about}>{t('review.more')}</p>}
    </section>
  );
}
