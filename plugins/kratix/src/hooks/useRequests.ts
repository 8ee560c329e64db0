import { useEffect, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  phaseTone,
  requestListPath,
  type RequestListQuery,
  type RequestListResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { listGapMs } from './live/listGapMs';
import { useLive, type LiveResult } from './live/useLive';

/**
 * One page of a list of requests, kept fresh, with what the page before it showed.
 * @public
 */
export type LiveRequests = LiveResult<RequestListResponse> & {
  /** The last answer to any question of this list, to show until the next one comes. */
  readonly last: RequestListResponse | undefined;
};

/**
 * Requests, filtered, sorted and cut by the backend, kept fresh.
 * @public
 */
export function useRequests(query: Partial<RequestListQuery>): LiveRequests {
  const api = useApi(kratixApiRef);
  const { platform = [] } = query;
  const live = useLive({
    api,
    key: requestListPath(query),
    fetch: signal => api.fetchRequests(query, { signal }),
    isConcernedBy: hint =>
      hint.type === 'changed' &&
      (platform.length === 0 || platform.includes(hint.platform)),
    isBusy: ({ items, gaps }) =>
      gaps.length > 0 ||
      items.some(({ report }) => phaseTone[report.phase] === 'busy'),
    minimumGapMs: listGapMs,
  });
  const last = useRef<RequestListResponse>(undefined);
  const value = live.state === 'known' ? live.value : undefined;
  useEffect(() => {
    last.current = value ?? last.current;
  }, [value]);
  return { ...live, last: value ?? last.current };
}
