import type { LogEvent } from '@kratix-portal/backstage-plugin-kratix-common';
import type { ApiProblem } from '../api';

/**
 * How reading a log goes.
 * @internal
 */
export type LogFeedState =
  | { readonly type: 'loading' }
  | { readonly type: 'following' }
  | { readonly type: 'reconnecting' }
  | { readonly type: 'ended' }
  | { readonly type: 'limit' }
  | Extract<LogEvent, { type: 'unavailable' }>
  | { readonly type: 'failed'; readonly problem: ApiProblem };
