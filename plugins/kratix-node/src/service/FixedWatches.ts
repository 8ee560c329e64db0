import type {
  Destination,
  InstalledApi,
  KratixPromise,
  NamespaceInfo,
  PromiseRevision,
  ResourceBinding,
  StateStore,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Folded } from '../state/foldWatchEvents';
import type { PlatformState } from '../state/PlatformState';
import { CollectionWatch, type WatchContext } from './CollectionWatch';
import { fixedCollectionSpecs } from './collectionSpecs';
import type { WatchHealth } from './KratixService';
import { notInstalledDelayMs } from './notFoundDelays';

/**
 * The watches that every platform has, whatever it offers.
 * @internal
 */
export class FixedWatches {
  readonly #promises: CollectionWatch<KratixPromise>;
  readonly #bindings: CollectionWatch<ResourceBinding>;
  readonly #revisions: CollectionWatch<PromiseRevision>;
  readonly #destinations: CollectionWatch<Destination>;
  readonly #gitStateStores: CollectionWatch<StateStore>;
  readonly #bucketStateStores: CollectionWatch<StateStore>;
  readonly #namespaces: CollectionWatch<NamespaceInfo>;
  readonly #apis: CollectionWatch<InstalledApi>;

  constructor(context: WatchContext, namespaces: readonly string[]) {
    const specs = fixedCollectionSpecs(namespaces);
    const delay = notInstalledDelayMs;
    this.#promises = new CollectionWatch(specs.promises, context, delay);
    this.#bindings = new CollectionWatch(specs.bindings, context, delay);
    this.#revisions = new CollectionWatch(specs.revisions, context, delay);
    this.#destinations = new CollectionWatch(
      specs.destinations,
      context,
      delay,
    );
    this.#gitStateStores = new CollectionWatch(
      specs.gitStateStores,
      context,
      delay,
    );
    this.#bucketStateStores = new CollectionWatch(
      specs.bucketStateStores,
      context,
      delay,
    );
    this.#namespaces = new CollectionWatch(specs.namespaces, context, delay);
    this.#apis = new CollectionWatch(specs.apis, context, delay);
  }

  get states(): Omit<PlatformState, 'requests'> {
    return {
      promises: this.#promises.state,
      bindings: this.#bindings.state,
      revisions: this.#revisions.state,
      destinations: this.#destinations.state,
      gitStateStores: this.#gitStateStores.state,
      bucketStateStores: this.#bucketStateStores.state,
      namespaces: this.#namespaces.state,
      apis: this.#apis.state,
    };
  }

  start(): void {
    this.#all().forEach(watch => void watch.run());
  }

  stop(): void {
    this.#all().forEach(watch => watch.stop());
  }

  drain(now: string): {
    promises: Folded<KratixPromise>;
    bindings: Folded<ResourceBinding>;
    revisions: Folded<PromiseRevision>;
    destinations: Folded<Destination>;
    gitStateStores: Folded<StateStore>;
    bucketStateStores: Folded<StateStore>;
    namespaces: Folded<NamespaceInfo>;
    apis: Folded<InstalledApi>;
  } {
    return {
      promises: this.#promises.drain(now),
      bindings: this.#bindings.drain(now),
      revisions: this.#revisions.drain(now),
      destinations: this.#destinations.drain(now),
      gitStateStores: this.#gitStateStores.drain(now),
      bucketStateStores: this.#bucketStateStores.drain(now),
      namespaces: this.#namespaces.drain(now),
      apis: this.#apis.drain(now),
    };
  }

  health(): WatchHealth[] {
    return this.#all().map(watch => watch.health());
  }

  #all() {
    return [
      this.#promises,
      this.#bindings,
      this.#revisions,
      this.#destinations,
      this.#gitStateStores,
      this.#bucketStateStores,
      this.#namespaces,
      this.#apis,
    ] as const;
  }
}
