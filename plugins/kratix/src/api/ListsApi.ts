import type {
  AttentionResponse,
  OffersResponse,
  PromiseAboutResponse,
  PromiseRef,
  RequestListQuery,
  RequestListResponse,
  RequestPartsResponse,
  RequestRef,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from './ApiProblem';
import type { FetchOptions } from './KratixApi';

/**
 * The part of the Kratix API that lists: of what the person may read.
 * @public
 */
export interface ListsApi {
  fetchRequests(
    query: Partial<RequestListQuery>,
    options?: FetchOptions,
  ): Promise<Fetched<RequestListResponse>>;
  /** What a compound request is made of. */
  fetchRequestParts(
    ref: RequestRef,
    options?: FetchOptions,
  ): Promise<Fetched<RequestPartsResponse>>;
  fetchOffers(options?: FetchOptions): Promise<Fetched<OffersResponse>>;
  fetchPromiseAbout(
    ref: PromiseRef,
    options?: FetchOptions,
  ): Promise<Fetched<PromiseAboutResponse>>;
  /** What needs somebody now. */
  fetchAttention(options?: FetchOptions): Promise<Fetched<AttentionResponse>>;
}
