import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixPromiseOperationPaths,
  signalTopic,
  type PromiseOperationsResponse,
  type PromiseRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixOperationsApiRef } from '../api';
import { isHintFor } from './live/isHintFor';
import { useLive, type LiveResult } from './live/useLive';

/**
 * What can be done with one Promise as a whole, kept fresh.
 * @internal
 */
export function usePromiseOperations(
  ref: PromiseRef,
): LiveResult<PromiseOperationsResponse> {
  const api = useApi(kratixOperationsApiRef);
  return useLive({
    api,
    key: kratixPromiseOperationPaths.operations(ref),
    fetch: signal => api.fetchPromiseOperations(ref, { signal }),
    isConcernedBy: hint =>
      isHintFor(hint, { platform: ref.platform, topic: signalTopic(ref) }),
    isBusy: () => false,
  });
}
