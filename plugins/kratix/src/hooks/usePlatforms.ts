import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixPaths,
  type PlatformsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { useLive, type LiveResult } from './live/useLive';

/**
 * Every configured platform, kept fresh. Any change anywhere may change a count.
 * @public
 */
export function usePlatforms(): LiveResult<PlatformsResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: kratixPaths.platforms(),
    fetch: signal => api.fetchPlatforms({ signal }),
    isConcernedBy: hint => hint.type === 'changed',
    isBusy: ({ platforms }) =>
      platforms.some(({ connection }) => connection.state === 'connecting'),
  });
}
