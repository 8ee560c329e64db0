import type {
  DeliveryFileQuery,
  DeliveryFileResponse,
  DeliveryResponse,
  DeliverySubject,
  DestinationsResponse,
  EventsResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from './ApiProblem';

/**
 * What the pages ask about where things go.
 * @public
 */
export interface DeliveryApi {
  fetchDelivery(
    subject: DeliverySubject,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Fetched<DeliveryResponse>>;
  /** One file, decoded. */
  fetchDeliveryFile(
    subject: DeliverySubject,
    file: DeliveryFileQuery,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Fetched<DeliveryFileResponse>>;
  fetchEvents(
    subject: DeliverySubject,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Fetched<EventsResponse>>;
  fetchDestinations(
    platform: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<Fetched<DestinationsResponse>>;
}
