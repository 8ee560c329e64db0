import type {
  KratixPromise,
  PromiseApi,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { CollectionState } from '../state/CollectionState';
import type { Folded } from '../state/foldWatchEvents';
import { CollectionWatch, type WatchContext } from './CollectionWatch';
import { requestCollectionSpec } from './collectionSpecs';
import type { WatchHealth } from './KratixService';
import { establishingDelayMs } from './notFoundDelays';

interface RequestWatch {
  readonly watch: CollectionWatch<ResourceRequest>;
  readonly apiKey: string;
  readonly promiseVersion: string;
}

/**
 * One watch for the requests of each Promise: they come and go with the Promises, and start over when the
 * storage version of an API changes, because the same objects then read differently.
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
  reconcile(promises: readonly KratixPromise[]): void {
    const wanted = new Map(promises.map(promise => [promise.name, promise]));
    for (const [name, { watch, apiKey }] of [...this.#watches]) {
      const api = wanted.get(name)?.api;
      if (!api || toApiKey(api) !== apiKey) {
        watch.stop();
        this.#watches.delete(name);
      }
    }
    for (const promise of wanted.values()) {
      this.#startOrWake(promise);
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

  #startOrWake(promise: KratixPromise): void {
    const { api, name, resourceVersion } = promise;
    if (!api) {
      return;
    }
    const current = this.#watches.get(name);
    // A Promise that moves may just have installed its API.
    if (current && current.promiseVersion !== resourceVersion) {
      current.watch.wake();
    }
    const watch = current?.watch ?? this.#start(name, api);
    this.#watches.set(name, {
      watch,
      apiKey: toApiKey(api),
      promiseVersion: resourceVersion,
    });
  }

  #start(
    promiseName: string,
    api: PromiseApi,
  ): CollectionWatch<ResourceRequest> {
    const watch = new CollectionWatch(
      requestCollectionSpec(promiseName, api, this.#namespaces),
      this.#context,
      establishingDelayMs,
    );
    void watch.run();
    return watch;
  }
}

function toApiKey(api: PromiseApi): string {
  return [api.group, api.version, api.plural, api.kind].join('/');
}
