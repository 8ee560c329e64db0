import type {
  FileChange,
  OpenPullRequests,
  PullRequest,
} from './PullRequestClient';

/**
 * A forge, spoken to in its own words.
 * @internal
 */
export interface Forge {
  list(signal?: AbortSignal): Promise<OpenPullRequests>;
  /** Absent where Backstage's own action does it. */
  readonly open?: (
    change: FileChange,
    signal?: AbortSignal,
  ) => Promise<PullRequest>;
}
