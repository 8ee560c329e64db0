import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixPaths,
  phaseTone,
  type RequestPartsResponse,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { listGapMs } from './live/listGapMs';
import { useLive, type LiveResult } from './live/useLive';

/**
 * What a compound request is made of, kept fresh. Its parts are other requests: any change of its platform
 * may be one of theirs.
 * @public
 */
export function useRequestParts(
  ref: RequestRef,
): LiveResult<RequestPartsResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: kratixPaths.requestParts(ref),
    fetch: signal => api.fetchRequestParts(ref, { signal }),
    isConcernedBy: hint =>
      hint.type === 'changed' && hint.platform === ref.platform,
    isBusy: ({ parts }) =>
      parts.some(({ request }) => phaseTone[request.report.phase] === 'busy'),
    minimumGapMs: listGapMs,
  });
}
