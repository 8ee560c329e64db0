import type { KratixApi } from '../api';

/**
 * A backend that never answers but where it is told how.
 */
export function aKratixApi(answers: Partial<KratixApi> = {}): KratixApi {
  return {
    fetchPlatforms: () => new Promise(() => {}),
    fetchNamespaces: () => new Promise(() => {}),
    fetchPromise: () => new Promise(() => {}),
    fetchRequest: () => new Promise(() => {}),
    fetchDelivery: () => new Promise(() => {}),
    fetchDeliveryFile: () => new Promise(() => {}),
    fetchEvents: () => new Promise(() => {}),
    fetchDestinations: () => new Promise(() => {}),
    fetchRequests: () => new Promise(() => {}),
    fetchRequestParts: () => new Promise(() => {}),
    fetchOffers: () => new Promise(() => {}),
    fetchPromiseAbout: () => new Promise(() => {}),
    fetchAttention: () => new Promise(() => {}),
    ...answers,
  };
}
