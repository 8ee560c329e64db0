export { createPullRequestClient } from './createPullRequestClient';
export type * from './PullRequestClient';
