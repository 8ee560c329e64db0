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
import { answerInState } from './answerInState';

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

  fetchEvents: KratixApi['fetchEvents'] = subject => {
    const known = someEvents(Date.now());
    return answerInState('name' in subject ? subject.name : subject.promise, {
      known,
      empty: { ...known, events: [] },
    });
  };

  fetchDestinations: KratixApi['fetchDestinations'] = () =>
    answerInState(stateOfPage(), {
      known: someDestinations(Date.now()),
      empty: { ...someDestinations(Date.now()), destinations: [], stores: [] },
    });

  fetchRequests: KratixApi['fetchRequests'] = query =>
    answerInState(query.promise?.[0] ?? stateOfPage(), {
      known: aRequestList(Date.now(), query),
      empty: { ...aRequestList(Date.now(), query, 0), phases: {} },
    });

  fetchRequestParts: KratixApi['fetchRequestParts'] = ({ name }) => {
    const known = someParts(Date.now());
    return answerInState(name, { known, empty: { ...known, parts: [] } });
  };

  fetchOffers: KratixApi['fetchOffers'] = () =>
    answerInState(stateOfPage(), {
      known: { offers: someOffers(), gaps: [] },
      empty: { offers: [], gaps: [] },
    });

  fetchPromiseAbout: KratixApi['fetchPromiseAbout'] = async () => ({
    ok: true,
    value: aPromiseAbout(Date.now()),
  });

  fetchAttention: KratixApi['fetchAttention'] = () => {
    const known = someAttention(Date.now());
    return answerInState(stateOfPage(), {
      known,
      empty: { ...known, groups: [], unknownPlatforms: [] },
    });
  };
}

/** Of a page of no entity: the address names it, in the words of the platforms' own states. */
function stateOfPage(): string | null {
  const state = new URLSearchParams(window.location.search).get('state');
  switch (state) {
    case 'none':
      return 'empty';
    case 'no-answer':
      return 'noAnswer';
    default:
      return state;
  }
}

function never<T>(): Promise<Fetched<T>> {
  return new Promise(() => {});
}
