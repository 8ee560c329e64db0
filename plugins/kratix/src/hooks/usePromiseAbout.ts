import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixPaths,
  type PromiseAboutResponse,
  type PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { listGapMs } from './live/listGapMs';
import { useLive, type LiveResult } from './live/useLive';

/**
 * What there is to know about a Promise beside its state, kept fresh.
 * @public
 */
export function usePromiseAbout(
  ref: PromiseRef,
): LiveResult<PromiseAboutResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: kratixPaths.promiseAbout(ref),
    fetch: signal => api.fetchPromiseAbout(ref, { signal }),
    isConcernedBy: hint =>
      hint.type === 'changed' && hint.platform === ref.platform,
    isBusy: () => false,
    minimumGapMs: listGapMs,
  });
}
