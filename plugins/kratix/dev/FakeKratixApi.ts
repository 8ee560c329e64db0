import type { Fetched, KratixApi } from '../src';
import {
  aPromiseAbout,
  aRequestList,
  someAttention,
  someOffers,
  someParts,
  deliveryFileStates,
  deliveryStates,
  platformsStates,
  promiseStates,
  requestStates,
  someDestinations,
  someEvents,
} from '../src/__fixtures__';

/**
 * Answers as the backend would in each state: the name of what is asked for is the name of the state.
 */
export class FakeKratixApi implements KratixApi {
  // Fixed at the start, so that durations tick.
  readonly #requests = requestStates(Date.now());
  readonly #promises = promiseStates(Date.now());
  readonly #platforms = platformsStates(Date.now());
  readonly #deliveries = deliveryStates(Date.now());
  readonly #asked = new Set<string>();

  fetchPlatforms: KratixApi['fetchPlatforms'] = async () => {
    const id = new URLSearchParams(window.location.search).get('state');
    const state =
      this.#platforms.find(each => each.id === id) ?? this.#platforms[1];
    return state?.answer ?? never();
  };

  fetchNamespaces: KratixApi['fetchNamespaces'] = async () => ({
    ok: true,
    value: { namespaces: ['team-a', 'team-b'], isComplete: true },
  });

  fetchPromise: KratixApi['fetchPromise'] = async ({ promise }) => {
    const state = this.#promises.find(({ id }) => id === promise);
    return state?.answer ?? never();
  };

  fetchRequest: KratixApi['fetchRequest'] = async ({ name }) => {
    const state = this.#requests.find(({ id }) => id === name);
    const isAgain = this.#asked.has(name);
    this.#asked.add(name);
    return (isAgain && state?.later) || state?.answer || never();
  };

  fetchDelivery: KratixApi['fetchDelivery'] = async subject => {
    const id = 'name' in subject ? subject.name : subject.promise;
    return this.#deliveries.find(state => state.id === id)?.answer ?? never();
  };

  fetchDeliveryFile: KratixApi['fetchDeliveryFile'] = async (_subject, file) =>
    deliveryFileStates().find(({ id }) => file.path.endsWith(id))?.answer ??
    never();

  fetchEvents: KratixApi['fetchEvents'] = async () => ({
    ok: true,
    value: someEvents(Date.now()),
  });

  fetchDestinations: KratixApi['fetchDestinations'] = async () => ({
    ok: true,
    value: someDestinations(Date.now()),
  });

  fetchRequests: KratixApi['fetchRequests'] = async query => ({
    ok: true,
    value: aRequestList(Date.now(), query),
  });

  fetchRequestParts: KratixApi['fetchRequestParts'] = async () => ({
    ok: true,
    value: someParts(Date.now()),
  });

  fetchOffers: KratixApi['fetchOffers'] = async () => ({
    ok: true,
    value: { offers: someOffers(), gaps: [] },
  });

  fetchPromiseAbout: KratixApi['fetchPromiseAbout'] = async () => ({
    ok: true,
    value: aPromiseAbout(Date.now()),
  });

  fetchAttention: KratixApi['fetchAttention'] = async () => ({
    ok: true,
    value: someAttention(Date.now()),
  });
}

function never<T>(): Promise<Fetched<T>> {
  return new Promise(() => {});
}
