import { useApi } from '@backstage/frontend-plugin-api';
import {
  fleetPaths,
  type FleetResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixFleetApiRef } from '../api';
import { listGapMs } from './live/listGapMs';
import { useLive, type LiveResult } from './live/useLive';

/**
 * What is deployed where, kept fresh.
 * @internal
 */
export function useFleet(reference?: string): LiveResult<FleetResponse> {
  const api = useApi(kratixFleetApiRef);
  return useLive({
    api,
    key: fleetPaths.fleet(reference),
    fetch: signal => api.fetchFleet(reference, { signal }),
    isConcernedBy: hint => hint.type === 'changed',
    isBusy: ({ platforms }) => platforms.some(({ isKnown }) => !isKnown),
    minimumGapMs: listGapMs,
  });
}
