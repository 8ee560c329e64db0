import type { DeliveryRepository } from '../pullRequests';
import { safeSegment } from '../pullRequests/safeSegment';
import {
  isReviewOf,
  reviewApi,
  reviewBranch,
  type ReviewBranch,
} from '../pullRequests';

/** No request is of this kind, so a promotion is never taken for one. */
const subjectOf = (platform: string, promise: string) => ({
  platform,
  namespace: 'promises',
  group: 'platform.kratix.io',
  kind: 'Promise',
  name: promise,
});

/**
 * Where the file of a Promise is kept in the repository of a platform: `<folder>/<promise>.yaml`.
 * @public
 */
export function promotionFilePath(
  promise: string,
  { path }: Pick<DeliveryRepository, 'path'>,
): string {
  const folders = path.split('/').filter(part => part && part !== '.');
  return [...folders, `${promise}.yaml`].join('/');
}

/**
 * Name of the branch that promotes a Promise; the same for a task that runs again.
 *
 * @param task - Id of the task that asks.
 * @public
 */
export function promotionBranch(
  platform: string,
  promise: string,
  task: string,
): string {
  return reviewBranch(subjectOf(platform, promise), 'change', task);
}

/**
 * Whether a branch of the portal promotes to this platform; with a Promise, only that one.
 * @public
 */
export function isPromotionTo(
  branch: ReviewBranch,
  platform: string,
  promise?: string,
): boolean {
  const subject = subjectOf(platform, '');
  const isMeant = isPromotion(branch) && branch.namespace === subject.namespace;
  return (
    isMeant &&
    (promise === undefined
      ? branch.platform === safeSegment(platform)
      : isReviewOf(branch, subjectOf(platform, promise)))
  );
}

/**
 * Whether a branch of the portal is about a Promise and not about a request.
 * @public
 */
export function isPromotion(branch: ReviewBranch): boolean {
  return branch.api === reviewApi(subjectOf('', ''));
}
