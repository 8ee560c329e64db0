import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixPaths,
  type AttentionResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { listGapMs } from './live/listGapMs';
import { useLive, type LiveResult } from './live/useLive';

/**
 * What needs somebody now, kept fresh. Time alone makes something stuck, and works are not watched, so it
 * is looked at again more often than what only changes with hints.
 * @public
 */
export function useAttention(): LiveResult<AttentionResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: kratixPaths.attention(),
    fetch: signal => api.fetchAttention({ signal }),
    isConcernedBy: hint => hint.type === 'changed',
    isBusy: ({ groups, unknownPlatforms }) =>
      groups.length > 0 || unknownPlatforms.length > 0,
    minimumGapMs: listGapMs,
  });
}
