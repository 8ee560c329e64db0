import { useEffect, useRef } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import {
  fleetPaths,
  type FleetResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixFleetApiRef } from '../api';
import type { Live } from './live/Live';
import { listGapMs } from './live/listGapMs';
import { useLive, type LiveResult } from './live/useLive';

/**
 * What is deployed where, with what it is compared with.
 * @internal
 */
export type LiveFleet = LiveResult<FleetResponse> & {
  /** It is compared with something else than was asked for last, whose answer is still to come. */
  readonly isChanging: boolean;
};

/**
 * What is deployed where, kept fresh. Another reference is another question; until it is answered the last answer
 * stays, with the controls that asked.
 * @internal
 */
export function useFleet(reference?: string): LiveFleet {
  const api = useApi(kratixFleetApiRef);
  const live = useLive({
    api,
    key: fleetPaths.fleet(reference),
    fetch: signal => api.fetchFleet(reference, { signal }),
    isConcernedBy: hint => hint.type === 'changed',
    isBusy: ({ platforms }) => platforms.some(({ isKnown }) => !isKnown),
    minimumGapMs: listGapMs,
  });
  const last =
    useRef<Extract<Live<FleetResponse>, { state: 'known' }>>(undefined);
  useEffect(() => {
    last.current = live.state === 'known' ? live : last.current;
  }, [live]);
  return live.state === 'loading' && last.current
    ? { ...last.current, refresh: live.refresh, isChanging: true }
    : { ...live, isChanging: false };
}
