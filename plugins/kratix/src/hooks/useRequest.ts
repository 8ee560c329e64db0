// Step 7 of 7 of the tour in ARCHITECTURE.md.
// Before: plugins/kratix-common/src/model/phase/derivePhase.ts, served by
// plugins/kratix-backend/src/routes/getRequest.ts
import { useApi } from '@backstage/frontend-plugin-api';
import {
  isDeliveryPhase,
  kratixPaths,
  phaseTone,
  signalTopic,
  type RequestRef,
  type RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { isHintFor } from './live/isHintFor';
import { useLive, type LiveResult } from './live/useLive';

/**
 * One resource request, kept fresh.
 * @public
 */
export function useRequest(ref: RequestRef): LiveResult<RequestResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: kratixPaths.request(ref),
    fetch: signal => api.fetchRequest(ref, { signal }),
    isConcernedBy: hint =>
      isHintFor(hint, { platform: ref.platform, topic: signalTopic(ref) }),
    isBusy: request => phaseTone[request.report.phase] === 'busy',
    // Works and placements are not watched, so nothing tells when a Destination turns up or a store heals.
    isHinted: request => !isDeliveryPhase(request.report.phase),
  });
}
