import type { RequestManifest } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What a review would do to the file of a request.
 * @internal
 */
export interface ReviewPlan {
  /** The whole file as it will be; for a removal, as it is. */
  readonly text: string;
  /** Whether the repository has the file. */
  readonly isThere: boolean;
  /** Absent for a removal. */
  readonly manifest?: RequestManifest;
}
