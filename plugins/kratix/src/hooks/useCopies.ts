import { useApi } from '@backstage/frontend-plugin-api';
import {
  rolloutPaths,
  type CopiesResponse,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixRolloutApiRef } from '../api';
import { useLive, type LiveResult } from './live/useLive';

/** Every answer judges the request again for each platform. */
const copiesGapMs = 10_000;

/**
 * Where the same as a request could be ordered.
 * @internal
 */
export function useCopies(ref: RequestRef): LiveResult<CopiesResponse> {
  const api = useApi(kratixRolloutApiRef);
  return useLive({
    api,
    key: rolloutPaths.copies(ref),
    fetch: signal => api.fetchCopies(ref, { signal }),
    isConcernedBy: hint => hint.type === 'changed',
    isBusy: () => false,
    minimumGapMs: copiesGapMs,
  });
}
