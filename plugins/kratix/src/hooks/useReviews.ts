import { useApi } from '@backstage/frontend-plugin-api';
import {
  pullRequestsPath,
  signalTopic,
  type PromiseRef,
  type RequestRef,
  type ReviewsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixReviewsApiRef } from '../api';
import { isHintFor } from './live/isHintFor';
import { listGapMs } from './live/listGapMs';
import { useLive, type LiveResult } from './live/useLive';

/**
 * What waits for review of a service or of one request, kept fresh.
 * @internal
 */
export function useReviews(
  subject: PromiseRef | RequestRef,
): LiveResult<ReviewsResponse> {
  const api = useApi(kratixReviewsApiRef);
  return useLive({
    api,
    key: pullRequestsPath(subject),
    fetch: signal => api.fetchReviews(subject, { signal }),
    // What was merged arrives on the platform.
    isConcernedBy: hint =>
      isHintFor(hint, {
        platform: subject.platform,
        topic: signalTopic(subject),
      }),
    isBusy: () => false,
    // A forge sends no hints.
    isHinted: ({ delivery, promotionRepository }) =>
      delivery === 'direct' && !promotionRepository,
    minimumGapMs: listGapMs,
  });
}
