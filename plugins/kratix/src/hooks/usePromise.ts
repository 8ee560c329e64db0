import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixPaths,
  signalTopic,
  type PromiseRef,
  type PromiseResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { isHintFor } from './live/isHintFor';
import { useLive, type LiveResult } from './live/useLive';

/**
 * One Promise, kept fresh.
 * @public
 */
export function usePromise(ref: PromiseRef): LiveResult<PromiseResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: kratixPaths.promise(ref),
    fetch: signal => api.fetchPromise(ref, { signal }),
    isConcernedBy: hint =>
      isHintFor(hint, { platform: ref.platform, topic: signalTopic(ref) }),
    isBusy: promise => promise.availability !== 'available',
  });
}
