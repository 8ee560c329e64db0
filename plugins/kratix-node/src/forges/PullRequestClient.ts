import type { ReviewBranch } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * Pull requests of the portal in the repository of a platform, with the credentials of Backstage's integration
 * for its host.
 *
 * Errors are Backstage's: AuthenticationError, NotAllowedError, NotFoundError, ConflictError,
 * ServiceUnavailableError. What a forge answers is not trusted.
 * @public
 */
export interface PullRequestClient {
  /** The page of a file on the target branch, as Backstage's URL readers understand it. */
  fileUrl(path: string): string;
  /** Those that are open now, newest first as far as the forge says so. */
  list(options?: { readonly signal?: AbortSignal }): Promise<OpenPullRequests>;
  /**
   * Opens one that writes or removes one file. One of the same branch that is open already is the answer, so
   * that a task that runs again opens no second one. Not every forge needs it: InputError where Backstage's
   * own action does it.
   */
  open(
    change: FileChange,
    options?: { readonly signal?: AbortSignal },
  ): Promise<PullRequest>;
}

/** @public */
export interface OpenPullRequests {
  readonly items: readonly PullRequest[];
  /** False when the forge has more than were read. */
  readonly isComplete: boolean;
}

/**
 * A pull request that the portal opened.
 * @public
 */
export interface PullRequest {
  /** As the forge counts them. */
  readonly number: number;
  readonly title: string;
  /** http or https. */
  readonly url: string;
  readonly branch: ReviewBranch;
  readonly author?: string;
  readonly openedAt?: string;
}

/**
 * What a pull request does to one file.
 * @public
 */
export interface FileChange {
  /** As `reviewBranch` makes them. */
  readonly branch: string;
  readonly title: string;
  readonly description: string;
  /** In the repository. */
  readonly path: string;
  /** The whole file; undefined removes it. */
  readonly content?: string;
}
