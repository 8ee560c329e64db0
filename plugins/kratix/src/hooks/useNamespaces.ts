import { useApi } from '@backstage/frontend-plugin-api';
import {
  kratixPaths,
  type NamespacesResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { kratixApiRef } from '../api';
import { useLive, type LiveResult } from './useLive';

/**
 * Where requests may live on a platform. A hint that names no object is one of the platform itself, where a
 * namespace may have come.
 * @public
 */
export function useNamespaces(
  platform: string,
): LiveResult<NamespacesResponse> {
  const api = useApi(kratixApiRef);
  return useLive({
    key: kratixPaths.namespaces(platform),
    fetch: signal => api.fetchNamespaces(platform, { signal }),
    isConcernedBy: hint =>
      hint.type === 'changed' &&
      hint.platform === platform &&
      hint.topics === undefined,
    isBusy: () => false,
  });
}
