import type {
  Destination,
  KratixPromise,
  NamespaceInfo,
  PromiseRevision,
  ResourceBinding,
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
  readonly #namespaces: CollectionWatch<NamespaceInfo>;

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
    this.#namespaces = new CollectionWatch(specs.namespaces, context, delay);
  }

  get states(): Omit<PlatformState, 'requests'> {
    return {
      promises: this.#promises.state,
      bindings: this.#bindings.state,
      revisions: this.#revisions.state,
      destinations: this.#destinations.state,
      namespaces: this.#namespaces.state,
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
    namespaces: Folded<NamespaceInfo>;
  } {
    return {
      promises: this.#promises.drain(now),
      bindings: this.#bindings.drain(now),
      revisions: this.#revisions.drain(now),
      destinations: this.#destinations.drain(now),
      namespaces: this.#namespaces.drain(now),
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
      this.#namespaces,
    ] as const;
  }
}
