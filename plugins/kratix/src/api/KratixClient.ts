import type { FetchApi } from '@backstage/frontend-plugin-api';
import {
  attentionResponseSchema,
  deliveryFileResponseSchema,
  deliveryPaths,
  deliveryResponseSchema,
  destinationsResponseSchema,
  eventsResponseSchema,
  kratixHeaders,
  kratixPaths,
  namespacesResponseSchema,
  offersResponseSchema,
  platformsResponseSchema,
  promiseAboutResponseSchema,
  promiseResponseSchema,
  requestListPath,
  requestListResponseSchema,
  requestPartsResponseSchema,
  requestResponseSchema,
  type AttentionResponse,
  type NamespacesResponse,
  type OffersResponse,
  type PlatformsResponse,
  type PromiseAboutResponse,
  type PromiseRef,
  type PromiseResponse,
  type RequestListQuery,
  type RequestListResponse,
  type RequestPartsResponse,
  type RequestRef,
  type RequestResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { ZodType } from 'zod';
import type { Fetched } from './ApiProblem';
import { exchangeJson } from './exchangeJson';
import type { FetchOptions, KratixApi } from './KratixApi';
import type { UserTokenApi } from './UserTokenApi';

/** A page must not wait longer than this for one answer: nothing spins for ever. */
const timeoutMs = 15_000;

/**
 * {@link KratixApi} over the Kratix backend plugin.
 * @public
 */
export class KratixClient implements KratixApi {
  readonly #fetchApi: FetchApi;
  readonly #userToken: UserTokenApi | undefined;

  constructor(options: {
    fetchApi: FetchApi;
    /** For platforms that are asked with the person's own token. */
    userToken?: UserTokenApi;
  }) {
    this.#fetchApi = options.fetchApi;
    this.#userToken = options.userToken;
  }

  fetchPlatforms(options?: FetchOptions): Promise<Fetched<PlatformsResponse>> {
    return this.#get(kratixPaths.platforms(), platformsResponseSchema, options);
  }

  async fetchNamespaces(
    platform: string,
    {
      promise,
      signal,
    }: FetchOptions & {
      readonly promise?: string;
    } = {},
  ): Promise<Fetched<NamespacesResponse>> {
    // Who has not signed in still sees which namespaces there are: a list is asked for again and again, and must
    // not ask somebody to sign in each time.
    const token =
      promise === undefined
        ? undefined
        : await this.#userToken
            ?.getToken({ optional: true })
            .catch(() => undefined);
    return exchangeJson(this.#fetchApi, {
      method: 'GET',
      path: kratixPaths.namespaces(platform, promise),
      schema: namespacesResponseSchema,
      ...(token && { headers: { [kratixHeaders.userToken]: token } }),
      signal,
      timeoutMs,
    });
  }

  fetchPromise(
    ref: PromiseRef,
    options?: FetchOptions,
  ): Promise<Fetched<PromiseResponse>> {
    return this.#get(kratixPaths.promise(ref), promiseResponseSchema, options);
  }

  fetchRequest(
    ref: RequestRef,
    options?: FetchOptions,
  ): Promise<Fetched<RequestResponse>> {
    return this.#get(kratixPaths.request(ref), requestResponseSchema, options);
  }

  fetchDelivery: KratixApi['fetchDelivery'] = (subject, options) =>
    this.#get(deliveryPaths.delivery(subject), deliveryResponseSchema, options);

  fetchDeliveryFile: KratixApi['fetchDeliveryFile'] = (
    subject,
    file,
    options,
  ) =>
    this.#get(
      deliveryPaths.file(subject, file),
      deliveryFileResponseSchema,
      options,
    );

  fetchEvents: KratixApi['fetchEvents'] = (subject, options) =>
    this.#get(deliveryPaths.events(subject), eventsResponseSchema, options);

  fetchDestinations: KratixApi['fetchDestinations'] = (platform, options) =>
    this.#get(
      deliveryPaths.destinations(platform),
      destinationsResponseSchema,
      options,
    );

  fetchRequests(
    query: Partial<RequestListQuery>,
    options?: FetchOptions,
  ): Promise<Fetched<RequestListResponse>> {
    return this.#get(
      requestListPath(query),
      requestListResponseSchema,
      options,
    );
  }

  fetchRequestParts(
    ref: RequestRef,
    options?: FetchOptions,
  ): Promise<Fetched<RequestPartsResponse>> {
    return this.#get(
      kratixPaths.requestParts(ref),
      requestPartsResponseSchema,
      options,
    );
  }

  fetchOffers(options?: FetchOptions): Promise<Fetched<OffersResponse>> {
    return this.#get(kratixPaths.promises(), offersResponseSchema, options);
  }

  fetchPromiseAbout(
    ref: PromiseRef,
    options?: FetchOptions,
  ): Promise<Fetched<PromiseAboutResponse>> {
    return this.#get(
      kratixPaths.promiseAbout(ref),
      promiseAboutResponseSchema,
      options,
    );
  }

  fetchAttention(options?: FetchOptions): Promise<Fetched<AttentionResponse>> {
    return this.#get(kratixPaths.attention(), attentionResponseSchema, options);
  }

  #get<T>(
    path: string,
    schema: ZodType<T>,
    { signal }: FetchOptions = {},
  ): Promise<Fetched<T>> {
    return exchangeJson(this.#fetchApi, {
      method: 'GET',
      path,
      schema,
      signal,
      timeoutMs,
    });
  }
}
