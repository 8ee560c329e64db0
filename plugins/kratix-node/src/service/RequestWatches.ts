import type {
  InstalledApi,
  KratixPromise,
  ResourceRequest,
  WatchedApi,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { CollectionState } from '../state/CollectionState';
import type { Folded } from '../state/foldWatchEvents';
import { CollectionWatch, type WatchContext } from './CollectionWatch';
import { requestCollectionSpec } from './collectionSpecs';
import type { WatchHealth } from './KratixService';
import { establishingDelayMs } from './notFoundDelays';

interface RequestWatch {
  readonly watch: CollectionWatch<ResourceRequest>;
  readonly key: string;
  readonly promiseVersion: string;
}

/**
 * One watch for the requests of each Promise: they come and go with the Promises, and start over when the
 * storage version of an API changes, because the same objects then read differently. They stay when the Promise
 * goes and leaves its API behind.
 * @internal
 */
export class RequestWatches {
  readonly #context: WatchContext;
  readonly #namespaces: readonly string[];
  readonly #watches = new Map<string, RequestWatch>();

  constructor(context: WatchContext, namespaces: readonly string[]) {
    this.#context = context;
    this.#namespaces = namespaces;
  }

  get states(): ReadonlyMap<string, CollectionState<ResourceRequest>> {
    return new Map(
      [...this.#watches].map(([promise, { watch }]) => [promise, watch.state]),
    );
  }

  /** Starts what is missing, stops what is no longer wanted. */
  reconcile(
    promises: readonly KratixPromise[],
    installed: readonly InstalledApi[],
  ): void {
    const wanted = findWanted(findOffers(promises, installed));
    for (const [name, { watch, key }] of [...this.#watches]) {
      if (wanted.get(name)?.key !== key) {
        watch.stop();
        this.#watches.delete(name);
      }
    }
    for (const api of wanted.values()) {
      this.#startOrWake(api);
    }
  }

  drain(now: string): Map<string, Folded<ResourceRequest>> {
    return new Map(
      [...this.#watches].map(([promise, { watch }]) => [
        promise,
        watch.drain(now),
      ]),
    );
  }

  health(): WatchHealth[] {
    return [...this.#watches].map(([promise, { watch }]) => ({
      ...watch.health(),
      promise,
    }));
  }

  stop(): void {
    for (const { watch } of this.#watches.values()) {
      watch.stop();
    }
  }

  #startOrWake(wanted: WantedApi): void {
    const { promise, key } = wanted;
    const current = this.#watches.get(promise.name);
    // A Promise that moves may just have installed its API.
    if (current && current.promiseVersion !== promise.resourceVersion) {
      current.watch.wake();
    }
    this.#watches.set(promise.name, {
      watch: current?.watch ?? this.#start(wanted),
      key,
      promiseVersion: promise.resourceVersion,
    });
  }

  #start({
    promise,
    api,
    rivals,
  }: WantedApi): CollectionWatch<ResourceRequest> {
    const watch = new CollectionWatch(
      requestCollectionSpec(
        { name: promise.name, api, rivals },
        this.#namespaces,
      ),
      this.#context,
      establishingDelayMs,
    );
    void watch.run();
    return watch;
  }
}

interface Offer {
  readonly name: string;
  readonly resourceVersion: string;
  readonly api: WatchedApi;
}

/** What Promises offer, and what those that are gone have left behind. */
function findOffers(
  promises: readonly KratixPromise[],
  installed: readonly InstalledApi[],
): Offer[] {
  const offers = promises.flatMap(({ name, resourceVersion, api }) =>
    api ? [{ name, resourceVersion, api }] : [],
  );
  const names = new Set(promises.map(({ name }) => name));
  const taken = new Set(offers.map(({ api }) => api.crdName));
  const left = installed.filter(
    ({ promiseName, crdName }) =>
      !names.has(promiseName) && !taken.has(crdName),
  );
  return [
    ...offers,
    ...left.map(api => ({
      name: api.promiseName,
      resourceVersion: api.resourceVersion,
      api,
    })),
  ];
}

interface WantedApi {
  readonly promise: Pick<Offer, 'name' | 'resourceVersion'>;
  readonly api: WatchedApi;
  /** Other Promises with the very same API. */
  readonly rivals: readonly string[];
  /** A watch with another key must start over. */
  readonly key: string;
}

function findWanted(offers: readonly Offer[]): Map<string, WantedApi> {
  const claims = new Map<string, string[]>();
  for (const { name, api } of offers) {
    claims.set(api.crdName, [...(claims.get(api.crdName) ?? []), name]);
  }
  return new Map(
    offers.map(promise => {
      const { name, api } = promise;
      const rivals = (claims.get(api.crdName) ?? []).filter(
        other => other !== name,
      );
      const key = [api.crdName, api.version, api.kind, ...rivals].join('/');
      return [name, { promise, api, rivals, key }] as const;
    }),
  );
}
