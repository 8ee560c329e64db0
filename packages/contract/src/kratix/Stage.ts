import type { KubeConfig } from '@kubernetes/client-node';
import { buildPromise, groupOf, type PromiseVariant } from './buildPromise';
import { buildRequest, type RequestVariant } from './buildRequest';
import { collectRequest } from './collectObjects';
import { conditionOf, type Manifest } from './Manifest';
import { openTrail, type OpenTrail, type Trail } from './openTrail';
import type { Platform } from './Platform';
import { pathOf } from './resourcePaths';
import { isReady } from './states';

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
    const promise = await this.platform.apply(
      pathOf('Promise'),
      buildPromise(variant),
    );
    await this.platform.until(
      `Promise ${variant.name} is available`,
      async () => {
        const now = await this.platform.find(
          `${pathOf('Promise')}/${variant.name}`,
        );
        return (
          now !== undefined &&
          Number(now.metadata.generation) >=
            Number(promise.metadata.generation) &&
          now.status?.version === (variant.version ?? 'v1.0.0') &&
          conditionOf(now, 'Available') === 'True/PromiseAvailable'
        );
      },
    );
    await this.platform.until(
      `the API of ${variant.name} is served`,
      async () =>
        (await this.platform.find(this.#collection(variant.name))) !==
        undefined,
    );
  }

  /** Orders, and follows what becomes of it. */
  async order(variant: Omit<RequestVariant, 'namespace'>): Promise<Ordered> {
    const collection = this.#collection(variant.promise);
    this.#open = await openTrail(this.#kubeConfig, collection, variant.name);
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
    await this.platform.until(`${ordered.name} is written`, async () => {
      const objects = await collectRequest(this.platform, ordered);
      const placements = objects.filter(({ kind }) => kind === 'WorkPlacement');
      return (
        placements.length > 0 &&
        placements.every(
          placement =>
            conditionOf(placement, 'Ready') ===
            'True/WorkloadsWrittenToTargetDestination',
        )
      );
    });
  }

  async untilGone(ordered: Ordered): Promise<void> {
    await this.platform.until(
      `${ordered.name} is gone`,
      async () => (await this.platform.find(ordered.path)) === undefined,
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

const ATTEMPTS = 8;

/** Where something goes on failing it is written to for ever; then the last look counts. */
async function settle(
  collect: () => Promise<Manifest[]>,
  quietMs: number,
): Promise<Manifest[]> {
  let before = '';
  for (let attempt = 1; ; attempt += 1) {
    const objects = await collect();
    const now = objects
      .map(({ metadata }) => `${metadata.uid} ${metadata.resourceVersion}`)
      .sort()
      .join();
    if (now === before || attempt === ATTEMPTS) {
      return objects;
    }
    before = now;
    await new Promise(resolve => setTimeout(resolve, quietMs));
  }
}
