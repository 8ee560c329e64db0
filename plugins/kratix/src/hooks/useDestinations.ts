import { useApi } from '@backstage/frontend-plugin-api';
import {
  deliveryPaths,
  type DestinationsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { useLive, type LiveResult } from './live/useLive';

/**
 * Where a platform delivers to, kept fresh.
 * @public
 */
export function useDestinations(
  platform: string,
): LiveResult<DestinationsResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: deliveryPaths.destinations(platform),
    fetch: signal => api.fetchDestinations(platform, { signal }),
    isConcernedBy: hint => hint.platform === platform && !hint.topics,
    isBusy: ({ destinations, stores }) =>
      [...(destinations ?? []), ...(stores ?? [])].some(
        ({ readiness }) => readiness.state === 'notReported',
      ),
  });
}
