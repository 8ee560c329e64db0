import { useApi } from '@backstage/frontend-plugin-api';
import {
  deliveryPaths,
  deliveryTone,
  signalTopic,
  type DeliveryResponse,
  type DeliverySubject,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { isHintFor } from './live/isHintFor';
import { useLive, type LiveResult } from './live/useLive';

/**
 * Where the files of a request, or of a Promise itself, went; kept fresh.
 * @public
 */
export function useDelivery(
  subject: DeliverySubject,
): LiveResult<DeliveryResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: deliveryPaths.delivery(subject),
    fetch: signal => api.fetchDelivery(subject, { signal }),
    isConcernedBy: hint =>
      isHintFor(hint, {
        platform: subject.platform,
        topic: signalTopic(subject),
      }),
    isBusy: delivery => !isSettled(delivery),
    // Works and placements are not watched, so nothing tells when one moves on.
    isHinted: isSettled,
  });
}

function isSettled({ works }: DeliveryResponse): boolean {
  return (
    works.length > 0 &&
    works.every(({ groups }) =>
      groups.every(({ reason }) => deliveryTone(reason) === 'good'),
    )
  );
}
