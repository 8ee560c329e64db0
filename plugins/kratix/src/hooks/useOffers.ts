import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixPaths,
  type OffersResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { listGapMs } from './live/listGapMs';
import { useLive, type LiveResult } from './live/useLive';

/**
 * Everything that the platforms offer, kept fresh.
 * @public
 */
export function useOffers(): LiveResult<OffersResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: kratixPaths.promises(),
    fetch: signal => api.fetchOffers({ signal }),
    isConcernedBy: hint => hint.type === 'changed',
    isBusy: ({ gaps }) => gaps.length > 0,
    minimumGapMs: listGapMs,
  });
}
