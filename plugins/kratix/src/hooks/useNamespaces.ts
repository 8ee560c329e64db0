import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixPaths,
  type NamespacesResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { useLive, type LiveResult } from './live/useLive';

/**
 * Where requests may live on a platform; of a Promise, where the person may order it. A hint that names no object is one of the platform itself, where a
 * namespace may have come.
 * @public
 */
export function useNamespaces(
  platform: string,
  promise?: string,
): LiveResult<NamespacesResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    api,
    key: kratixPaths.namespaces(platform, promise),
    fetch: signal => api.fetchNamespaces(platform, { promise, signal }),
    isConcernedBy: hint =>
      hint.type === 'changed' &&
      hint.platform === platform &&
      hint.topics === undefined,
    isBusy: () => false,
  });
}
