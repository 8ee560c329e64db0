import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixOperationPaths,
  signalTopic,
  type RequestOperationsResponse,
  type RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixOperationsApiRef } from '../api';
import { isHintFor } from './live/isHintFor';
import { useLive, type LiveResult } from './live/useLive';

/**
 * What can be done with one request, kept fresh.
 * @internal
 */
export function useOperations(
  ref: RequestRef,
): LiveResult<RequestOperationsResponse> {
  const api = useApi(kratixOperationsApiRef);
  return useLive({
    api,
    key: kratixOperationPaths.operations(ref),
    fetch: signal => api.fetchOperations(ref, { signal }),
    // A new version is news of the Promise and not of the request.
    isConcernedBy: hint =>
      [ref, { platform: ref.platform, promise: ref.promise }].some(of =>
        isHintFor(hint, { platform: ref.platform, topic: signalTopic(of) }),
      ),
    isBusy: () => false,
  });
}
