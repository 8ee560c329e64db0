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
  const { pullRequests, promotions, isComplete } = reviews;
  const { t } = useTexts();
  const count = pullRequests.length + promotions.length;
  return (
    <section aria-label={t('review.title')} className={styles.root}>
      <Text as="h3" variant="title-x-small" weight="bold">
        {t('review.title')}
      </Text>
      <p className={styles.about}>
        {'name' in subject
          ? t('review.aboutRequest')
          : t('review.aboutService', { count })}
      </p>
      <ul className={styles.rows}>
        {promotions.map(review => (
          <ReviewRow
            key={review.url}
            review={review}
            host={reviews.promotionRepository?.host ?? ''}
            name={review.title}
            operation={t('review.promotion')}
          />
        ))}
        {pullRequests.map(review => (
          <ReviewRow
            key={review.url}
            review={review}
            host={reviews.repository?.host ?? ''}
            name={review.name}
            operation={t(`review.${review.operation}`)}
            place={t('review.in', { namespace: review.namespace })}
          />
        ))}
      </ul>
      {!isComplete && <p className={styles.about}>{t('review.more')}</p>}
    </section>
  );
}
