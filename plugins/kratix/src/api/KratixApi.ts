import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  NamespacesResponse,
  PlatformsResponse,
  PromiseRef,
  PromiseResponse,
  RequestRef,
  RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from './ApiProblem';
import type { ListsApi } from './ListsApi';
import type { DeliveryApi } from './DeliveryApi';

/**
 * What the pages ask the Kratix backend. Expected failures are returned, told apart by kind; only an
 * aborted call rejects.
 * @public
 */
export interface KratixApi extends DeliveryApi, ListsApi {
  fetchPlatforms(options?: FetchOptions): Promise<Fetched<PlatformsResponse>>;
  /** Of a Promise: only those in which the person may order it. */
  fetchNamespaces(
    platform: string,
    options?: FetchOptions & { readonly promise?: string },
  ): Promise<Fetched<NamespacesResponse>>;
  fetchPromise(
    ref: PromiseRef,
    options?: FetchOptions,
  ): Promise<Fetched<PromiseResponse>>;
  fetchRequest(
    ref: RequestRef,
    options?: FetchOptions,
  ): Promise<Fetched<RequestResponse>>;
}

/** @public */
export interface FetchOptions {
  readonly signal?: AbortSignal;
}

/**
 * The API behind every Kratix page; replace it to show the pages over something else.
 * @public
 */
export const kratixApiRef = createApiRef<KratixApi>().with({
  id: 'plugin.kratix.service',
  pluginId: 'kratix',
});
