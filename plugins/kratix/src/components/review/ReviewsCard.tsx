import { Alert, Button, Card, CardBody, Flex } from '@backstage/ui';
import type {
  PromiseRef,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { useReviews } from '../../hooks';
import { useSay, useTexts } from '../../translation';
import notices from '../notices/notices.module.css';
import { isWorthSaying } from './isWorthSaying';
import { ReviewList } from './ReviewList';
import styles from './review.module.css';

/**
 * What waits for review. Takes no room where nothing does, and where orders are not reviewed: that is the
 * usual case, and the page has its own answer.
 * @internal
 */
export function ReviewsCard({ subject }: { subject: PromiseRef | RequestRef }) {
  const live = useReviews(subject);
  const say = useSay();
  const { problem } = live.state === 'loading' ? {} : live;
  const reviews = live.state === 'known' ? live.value : undefined;
  const isKnown =
    reviews !== undefined &&
    reviews.pullRequests.length + reviews.promotions.length > 0;
  // A platform that is written to directly has nothing to be silent about.
  const isDirect =
    reviews?.delivery === 'direct' && !reviews.promotionRepository;
  const silence =
    problem && isWorthSaying(problem) && !isDirect
      ? say(problem.wording, problem.message)
      : reviews?.promotionProblem;
  return isKnown || silence !== undefined ? (
    <Card>
      <CardBody>
        <Flex direction="column" gap="4">
          {silence !== undefined && (
            <ReviewsUnknown message={silence} onRetry={live.refresh} />
          )}
          {isKnown && <ReviewList reviews={reviews} subject={subject} />}
        </Flex>
      </CardBody>
    </Card>
  ) : null;
}

function ReviewsUnknown(props: { message: string; onRetry: () => void }) {
  const { t } = useTexts();
  return (
    <Alert
      role="status"
      className={notices.notice}
      icon
      status="warning"
      title={t('review.unknown')}
      description={
        <>
          {t('review.unknownNext')}
          {props.message && (
            <details>
              <summary>{t('problem.serverSays')}</summary>
              <span className={styles.says}>{props.message}</span>
            </details>
          )}
        </>
      }
      customActions={
        <Button size="small" variant="secondary" onPress={props.onRetry}>
          {t('common.tryAgain')}
        </Button>
      }
    />
  );
}
