import type { KubeConfig } from '@kubernetes/client-node';
import { buildPromise, groupOf, type PromiseVariant } from './buildPromise';
import { buildRequest, type RequestVariant } from './buildRequest';
import {
  collectPromise,
  collectPromisePlacements,
  collectRequest,
} from './collectObjects';
import type { Manifest } from './Manifest';
import { openTrail, type OpenTrail, type Trail } from './openTrail';
import type { Platform } from './Platform';
import { isAvailable, isPrepared } from './promiseStates';
import { pathOf } from './resourcePaths';
import { settle } from './settle';
import { isReady, isWritten } from './states';

/** What a scenario saw: how a request went, and what lay there at the moments it names. @internal */
export interface Seen {
  trail: Trail;
  moments: Record<string, Manifest[]>;
}

/**
 * Where a scenario plays: it orders, waits and looks.
 * @internal
 */
export class Stage {
  readonly namespace: string;
  readonly platform: Platform;
  readonly seen: Seen = { trail: {}, moments: {} };
  readonly #kubeConfig: KubeConfig;
  readonly #quietMs: number;
  #open?: OpenTrail;

  constructor(options: {
    platform: Platform;
    kubeConfig: KubeConfig;
    namespace: string;
    /** What nobody writes to for this long has settled. */
    quietMs: number;
  }) {
    this.platform = options.platform;
    this.namespace = options.namespace;
    this.#kubeConfig = options.kubeConfig;
    this.#quietMs = options.quietMs;
  }

  /** Installs a Promise, or its next version, and waits until it takes requests. */
  async install(variant: PromiseVariant): Promise<void> {
    const promise = await this.apply(variant);
    await this.untilPromise(variant.name, 'available', now =>
      isAvailable(now, {
        version: variant.version ?? 'v1.0.0',
        generation: Number(promise.metadata.generation),
      }),
    );
    await this.untilServed(variant.name);
  }

  /** Puts a Promise there, or its next version, and does not wait for it. */
  async apply(variant: PromiseVariant): Promise<Manifest> {
    return await this.platform.apply(pathOf('Promise'), buildPromise(variant));
  }

  async untilPromise(
    name: string,
    what: string,
    isSo: (promise: Manifest) => boolean,
  ): Promise<Manifest> {
    return await this.platform.until(`Promise ${name} is ${what}`, async () => {
      const promise = await this.platform.find(`${pathOf('Promise')}/${name}`);
      return promise && isSo(promise) ? promise : undefined;
    });
  }

  async untilServed(promise: string): Promise<void> {
    await this.platform.until(
      `the API of ${promise} is served`,
      async () =>
        (await this.platform.find(this.#collection(promise))) !== undefined,
    );
  }

  /** From now on, what becomes of one object is the story's trail. */
  async follow(collection: string, name: string): Promise<void> {
    this.#open = await openTrail(this.#kubeConfig, collection, name);
  }

  /** Orders, and follows what becomes of it unless something else is followed. */
  async order(variant: Omit<RequestVariant, 'namespace'>): Promise<Ordered> {
    const collection = this.#collection(variant.promise);
    if (!this.#open) {
      await this.follow(collection, variant.name);
    }
    const request = buildRequest({ ...variant, namespace: this.namespace });
    await this.platform.create(collection, request);
    return {
      collection,
      promise: variant.promise,
      name: variant.name,
      namespace: this.namespace,
      path: `${collection}/${variant.name}`,
    };
  }

  /** Waits until the request is as the test says; it must be a state that stays. */
  async until(
    ordered: Ordered,
    what: string,
    isSo: (request: Manifest) => boolean,
  ): Promise<Manifest> {
    return await this.platform.until(`${ordered.name} is ${what}`, async () => {
      const request = await this.platform.find(ordered.path);
      return request && isSo(request) ? request : undefined;
    });
  }

  /** Waits until the request is ready and all that it makes is in its store. */
  async untilDelivered(ordered: Ordered, generation = 0): Promise<void> {
    await this.until(
      ordered,
      'ready',
      request =>
        isReady(request) &&
        Number(request.status?.observedGeneration) >= generation,
    );
    await this.#untilWritten(ordered.name, async () => {
      const objects = await collectRequest(this.platform, ordered);
      return objects.filter(({ kind }) => kind === 'WorkPlacement');
    });
  }

  /** Waits until a Promise's own pipelines have run and their output is in its store. */
  async untilPrepared(promise: string): Promise<void> {
    await this.untilPromise(promise, 'prepared', isPrepared);
    await this.#untilWritten(promise, () =>
      collectPromisePlacements(this.platform, promise),
    );
  }

  async untilGone(ordered: Pick<Ordered, 'name' | 'path'>): Promise<void> {
    await this.platform.until(
      `${ordered.name} is gone`,
      async () => (await this.platform.find(ordered.path)) === undefined,
    );
  }

  /** Keeps all that there is about a Promise, once nobody writes to it any more. */
  async lookAtPromise(moment: string, name: string): Promise<void> {
    await this.keep(moment, () =>
      collectPromise(this.platform, name, `apps.${groupOf(name)}`),
    );
  }

  /** Keeps all that there is about the request, once nobody writes to it any more. */
  async look(moment: string, ordered: Ordered): Promise<void> {
    await this.keep(moment, () => collectRequest(this.platform, ordered));
  }

  async keep(
    moment: string,
    collect: () => Promise<Manifest[]>,
  ): Promise<void> {
    this.seen.moments[moment] = await settle(collect, this.#quietMs);
  }

  close(): Seen {
    this.seen.trail = this.#open?.read() ?? {};
    this.#open?.close();
    return this.seen;
  }

  async #untilWritten(
    name: string,
    collect: () => Promise<Manifest[]>,
  ): Promise<void> {
    await this.platform.until(`${name} is written`, async () => {
      const placements = await collect();
      return placements.length > 0 && placements.every(isWritten);
    });
  }

  #collection(promise: string): string {
    return `/apis/${groupOf(promise)}/v1/namespaces/${this.namespace}/apps`;
  }
}

/** @internal */
export interface Ordered {
  readonly collection: string;
  readonly promise: string;
  readonly name: string;
  readonly namespace: string;
  readonly path: string;
}
