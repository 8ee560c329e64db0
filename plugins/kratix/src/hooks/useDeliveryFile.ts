import { useApi } from '@backstage/frontend-plugin-api';
import {
  deliveryPaths,
  type DeliveryFileQuery,
  type DeliveryFileResponse,
  type DeliverySubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { useLive, type LiveResult } from './live/useLive';

/**
 * What is in one delivered file. Read when it is opened, and again when asked to: a text must not change
 * under the eyes of a reader.
 * @internal
 */
export function useDeliveryFile(
  subject: DeliverySubject,
  file: DeliveryFileQuery,
): LiveResult<DeliveryFileResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: deliveryPaths.file(subject, file),
    fetch: signal => api.fetchDeliveryFile(subject, file, { signal }),
    isConcernedBy: () => false,
    isBusy: () => false,
    isOnce: true,
  });
}
