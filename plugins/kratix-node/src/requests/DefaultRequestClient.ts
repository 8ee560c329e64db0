import {
  parsePromise,
  type KratixPromise,
  type Platform,
  type PlatformSnapshot,
  type PromiseApi,
  type RequestManifest,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  ClusterIdentity,
  KubernetesConnection,
  KubernetesRequest,
} from '../cluster/KubernetesConnection';
import { resourcePath } from '../cluster/resourcePath';
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
import { fetchDelivery } from './fetchDelivery';
import { RequestAddress, type RequestTarget } from './RequestAddress';
import { RequestOnCluster } from './RequestOnCluster';
import { findApi, requireApi, requireServed } from './requireApi';
import { requireNamespace } from './requireNamespace';
import { requireParsed } from './requireParsed';
import { toRequestError } from './toRequestError';

// An API server gives admission webhooks up to 30 seconds.
const TIMEOUT_MS = 40_000;

/**
 * Requests on one platform in the name of one actor.
 *
 * Promises are read by the portal itself, since ordering from one must not need the right to read it.
 * @internal
 */
export class DefaultRequestClient implements RequestClient {
  readonly #connection: KubernetesConnection;
  readonly #identity: ClusterIdentity;
  readonly #platform: Pick<Platform, 'title' | 'namespaces'>;
  readonly #snapshot: () => PlatformSnapshot;

  constructor(options: {
    connection: KubernetesConnection;
    identity: ClusterIdentity;
    platform: Pick<Platform, 'title' | 'namespaces'>;
    snapshot: () => PlatformSnapshot;
  }) {
    this.#connection = options.connection;
    this.#identity = options.identity;
    this.#platform = options.platform;
    this.#snapshot = options.snapshot;
  }

  async getPromise(name: string): Promise<KratixPromise> {
    const json = await this.#ask(`Promise ${name}`, {
      method: 'GET',
      path: resourcePath({
        group: 'platform.kratix.io',
        version: 'v1alpha1',
        plural: 'promises',
        name,
      }),
      identity: { type: 'portal' },
    });
    return requireParsed(parsePromise(json), `Promise ${name}`);
  }

  async get(target: RequestTarget): Promise<ResourceRequest> {
    return (await this.#find(target)).look();
  }

  async getDelivery(
    ref: RequestTarget,
    options: DeliveryOptions = {},
  ): Promise<Delivery> {
    const { workflows } = await this.#findPromise(ref.promise);
    return fetchDelivery(
      { ...ref, pipelineNamespace: workflows.pipelineNamespace },
      {
        withContent: options.withContent ?? false,
        fetchPage: (path, query) =>
          this.#ask(
            `Delivery of request ${ref.namespace}/${ref.name} of Promise ${ref.promise}`,
            {
              method: 'GET',
              path,
              query,
              identity: this.#identity,
              signal: options.signal,
            },
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

  async delete(
    target: RequestTarget,
    options: DeleteOptions = {},
  ): Promise<void> {
    const request = await this.#find(target, options);
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
    return this.#locate(target, { ...api, version }, options);
  }

  async #find(
    target: RequestTarget,
    options: WriteOptions = {},
  ): Promise<RequestOnCluster> {
    const api = await findApi(target.promise, name => this.#findPromise(name));
    return this.#locate(target, api, options);
  }

  // Every way to a request leads through here, so that none forgets the namespaces.
  #locate(
    target: RequestTarget,
    api: PromiseApi,
    options: WriteOptions,
  ): RequestOnCluster {
    requireNamespace(this.#platform, target.namespace);
    return new RequestOnCluster({
      address: new RequestAddress(target, api),
      api,
      dryRun: options.dryRun ?? false,
      send: request =>
        this.#connection.requestJson({
          ...request,
          identity: this.#identity,
          timeoutMs: TIMEOUT_MS,
          signal: options.signal,
        }),
    });
  }

  async #findPromise(promiseName: string): Promise<KratixPromise> {
    const { promises } = this.#snapshot();
    const known =
      promises.state === 'synced'
        ? promises.items.find(({ name }) => name === promiseName)
        : undefined;
    return known ?? this.getPromise(promiseName);
  }

  async #ask(
    subject: string,
    request: Omit<KubernetesRequest, 'timeoutMs'>,
  ): Promise<unknown> {
    try {
      return await this.#connection.requestJson({
        ...request,
        timeoutMs: TIMEOUT_MS,
      });
    } catch (error) {
      throw toRequestError(error, subject);
    }
  }
}
