import { useApi } from '@backstage/frontend-plugin-api';
import {
  rolloutPaths,
  type PromiseRef,
  type RolloutResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixRolloutApiRef } from '../api';
import { listGapMs } from './live/listGapMs';
import { useLive, type LiveResult } from './live/useLive';

/**
 * Who is at which version of a service, kept fresh.
 * @internal
 */
export function useRollout(ref: PromiseRef): LiveResult<RolloutResponse> {
  const api = useApi(kratixRolloutApiRef);
  return useLive({
    api,
    key: rolloutPaths.rollout(ref),
    fetch: signal => api.fetchRollout(ref, { signal }),
    isConcernedBy: hint =>
      hint.type === 'changed' && hint.platform === ref.platform,
    isBusy: () => false,
    minimumGapMs: listGapMs,
  });
}
