import { useApi } from '@backstage/frontend-plugin-api';
import {
  deliveryPaths,
  signalTopic,
  type DeliverySubject,
  type EventsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { isHintFor } from './live/isHintFor';
import { useLive, type LiveResult } from './live/useLive';

/**
 * What the platform said about a request or a Promise lately, kept fresh.
 * @public
 */
export function useEvents(
  subject: DeliverySubject,
): LiveResult<EventsResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: deliveryPaths.events(subject),
    fetch: signal => api.fetchEvents(subject, { signal }),
    isConcernedBy: hint =>
      isHintFor(hint, {
        platform: subject.platform,
        topic: signalTopic(subject),
      }),
    isBusy: () => false,
    // Events are not watched.
    isHinted: () => false,
  });
}
