import type {
  KratixPromise,
  PromiseApi,
  RequestManifest,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  Delivery,
  DeliveryOptions,
  RequestClient,
} from '../service/KratixService';
import type {
  ChangeOptions,
  DeleteOptions,
  WriteOptions,
} from '../service/WriteOptions';
import { findCreatable } from './findCreatable';
import { fetchDelivery } from './fetchDelivery';
import type { RequestTarget } from './RequestAddress';
import { RequestOnCluster } from './RequestOnCluster';
import {
  RequestScope,
  type LocatedRequest,
  type RequestScopeOptions,
} from './RequestScope';
import { requireApi, requireServed } from './requireApi';

/**
 * Requests on one platform in the name of one actor.
 * @internal
 */
export class DefaultRequestClient implements RequestClient {
  readonly #scope: RequestScope;

  constructor(options: RequestScopeOptions) {
    this.#scope = new RequestScope(options);
  }

  async getPromise(name: string): Promise<KratixPromise> {
    return this.#scope.getPromise(name);
  }

  async getRevision(promise: string, version: string): Promise<KratixPromise> {
    return this.#scope.getRevision(promise, version);
  }

  async get(target: RequestTarget): Promise<ResourceRequest> {
    return this.#on(await this.#scope.find(target)).look();
  }

  async getDelivery(
    ref: RequestTarget,
    options: DeliveryOptions = {},
  ): Promise<Delivery> {
    const { workflows } = await this.#scope.findPromise(ref.promise);
    return fetchDelivery(
      { ...ref, pipelineNamespace: workflows.pipelineNamespace },
      {
        withContent: options.withContent ?? false,
        fetchPage: (path, query) =>
          this.#scope.ask(
            `Delivery of request ${ref.namespace}/${ref.name} of Promise ${ref.promise}`,
            { method: 'GET', path, query, signal: options.signal },
          ),
      },
    );
  }

  async create(
    promise: KratixPromise,
    manifest: RequestManifest,
    options: WriteOptions = {},
  ): Promise<ResourceRequest> {
    return this.#aim(promise, manifest, options).create(manifest);
  }

  async change(
    promise: KratixPromise,
    manifest: RequestManifest,
    options: ChangeOptions,
  ): Promise<ResourceRequest> {
    const request = this.#aim(promise, manifest, options);
    return request.change(manifest, options.existing);
  }

  async findCreatable(
    api: Pick<PromiseApi, 'group' | 'plural'>,
    namespaces: readonly string[],
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<readonly string[]> {
    return findCreatable(api, namespaces, (path, json) =>
      this.#scope.ask('What you may order', {
        ...{ method: 'POST', path, signal },
        body: { contentType: 'application/json', json },
      }),
    );
  }

  async delete(
    target: RequestTarget,
    options: DeleteOptions = {},
  ): Promise<void> {
    const request = this.#on(await this.#scope.find(target), options);
    await request.remove(options.uid);
  }

  #aim(
    promise: KratixPromise,
    manifest: RequestManifest,
    options: WriteOptions,
  ): RequestOnCluster {
    const api = requireApi(promise);
    const version = requireServed(api, manifest);
    const { name, namespace } = manifest.metadata;
    const target = { promise: promise.name, namespace, name };
    return this.#on(this.#scope.locate(target, { ...api, version }), options);
  }

  #on(
    located: LocatedRequest,
    { dryRun = false, signal }: WriteOptions = {},
  ): RequestOnCluster {
    return new RequestOnCluster({
      ...located,
      dryRun,
      send: request => this.#scope.send({ ...request, signal }),
    });
  }
}
