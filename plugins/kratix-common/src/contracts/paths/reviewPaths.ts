import type { RequestRef } from '../../model';

/**
 * Which pull requests are asked for: all of a platform, those of a Promise, or those of one request.
 * @public
 */
export interface ReviewFilter
  extends Pick<RequestRef, 'platform'>,
    Partial<Omit<RequestRef, 'platform'>> {}

/**
 * Path below `/api/kratix` of the pull requests that wait for review.
 * @public
 */
export function pullRequestsPath(filter: ReviewFilter): string {
  const { platform, promise, namespace, name } = filter;
  const query = new URLSearchParams({
    platform,
    ...(promise && { promise }),
    ...(namespace && { namespace }),
    ...(name && { name }),
  });
  return `/pull-requests?${query}`;
}
