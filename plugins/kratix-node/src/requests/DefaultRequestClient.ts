import { ConflictError, InputError, isError } from '@backstage/errors';
import {
  parsePromise,
  parseResourceRequest,
  type KratixPromise,
  type Parsed,
  type PlatformSnapshot,
  type PromiseApi,
  type RequestManifest,
  type RequestRef,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type {
  ClusterIdentity,
  KubernetesConnection,
  KubernetesRequest,
} from '../cluster/KubernetesConnection';
import { KubernetesError } from '../cluster/KubernetesError';
import { toBackstageError } from '../cluster/kubernetesFailures';
import { resourcePath } from '../cluster/resourcePath';
import type {
  ApplyOptions,
  Delivery,
  DeliveryOptions,
  RequestClient,
} from '../service/KratixService';
import { fetchDelivery } from './fetchDelivery';
import { requireApi, requireServed } from './requireApi';
import { toConflictError } from './toConflictError';

const FIELD_MANAGER = 'kratix-portal';

// An API server gives admission webhooks up to 30 seconds.
const TIMEOUT_MS = 40_000;

type Address = Omit<RequestRef, 'platform'>;

/**
 * Requests on one platform in the name of one actor.
 *
 * Server-side apply never forces: a field that another manager set is theirs, and the conflict names them.
 * Promises are read by the portal itself, since ordering from one must not need the right to read it.
 * @internal
 */
export class DefaultRequestClient implements RequestClient {
  readonly #connection: KubernetesConnection;
  readonly #identity: ClusterIdentity;
  readonly #snapshot: () => PlatformSnapshot;

  constructor(options: {
    connection: KubernetesConnection;
    identity: ClusterIdentity;
    snapshot: () => PlatformSnapshot;
  }) {
    this.#connection = options.connection;
    this.#identity = options.identity;
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
      timeoutMs: TIMEOUT_MS,
    });
    return requireParsed(parsePromise(json), `Promise ${name}`);
  }

  async get(ref: Address): Promise<ResourceRequest> {
    const api = await this.#findApi(ref.promise);
    return this.#fetch(ref, api);
  }

  async getDelivery(
    ref: Address,
    options: DeliveryOptions = {},
  ): Promise<Delivery> {
    const { workflows } = await this.#findPromise(ref.promise);
    return fetchDelivery(
      { ...ref, pipelineNamespace: workflows.pipelineNamespace },
      {
        withContent: options.withContent ?? false,
        fetchPage: (path, query) =>
          this.#ask(`Delivery of ${describe(ref)}`, {
            method: 'GET',
            path,
            query,
            identity: this.#identity,
            timeoutMs: TIMEOUT_MS,
            signal: options.signal,
          }),
      },
    );
  }

  async apply(
    promise: KratixPromise,
    manifest: RequestManifest,
    options: ApplyOptions = {},
  ): Promise<ResourceRequest> {
    const api = requireApi(promise);
    const version = requireServed(api, manifest);
    const { name, namespace } = manifest.metadata;
    const ref = { promise: promise.name, namespace, name };
    const subject = describe(ref);
    if (options.expect) {
      await this.#requirePresence(ref, api, options.expect);
    }
    const json = await this.#ask(subject, {
      method: 'PATCH',
      path: resourcePath({ ...toResource(api), version, namespace, name }),
      query: {
        fieldManager: FIELD_MANAGER,
        force: 'false',
        // As kubectl does: a field that the API does not know is a mistake, not something to drop silently.
        fieldValidation: 'Strict',
        dryRun: options.dryRun ? 'All' : undefined,
      },
      // The API server reads YAML here, of which JSON is a part.
      body: { contentType: 'application/apply-patch+yaml', json: manifest },
      identity: this.#identity,
      timeoutMs: TIMEOUT_MS,
      signal: options.signal,
    });
    return requireParsed(
      parseResourceRequest(json, { promiseName: promise.name, api }),
      subject,
    );
  }

  async delete(
    ref: Address,
    options: { dryRun?: boolean; signal?: AbortSignal } = {},
  ): Promise<void> {
    const api = await this.#findApi(ref.promise);
    await this.#ask(describe(ref), {
      method: 'DELETE',
      path: resourcePath({ ...toResource(api), ...toTarget(ref) }),
      query: {
        propagationPolicy: 'Background',
        dryRun: options.dryRun ? 'All' : undefined,
      },
      identity: this.#identity,
      timeoutMs: TIMEOUT_MS,
      signal: options.signal,
    });
  }

  async #fetch(ref: Address, api: PromiseApi): Promise<ResourceRequest> {
    const json = await this.#ask(describe(ref), {
      method: 'GET',
      path: resourcePath({ ...toResource(api), ...toTarget(ref) }),
      identity: this.#identity,
      timeoutMs: TIMEOUT_MS,
    });
    return requireParsed(
      parseResourceRequest(json, { promiseName: ref.promise, api }),
      describe(ref),
    );
  }

  async #requirePresence(
    ref: Address,
    api: PromiseApi,
    expected: 'absent' | 'present',
  ): Promise<void> {
    try {
      await this.#fetch(ref, api);
    } catch (error) {
      if (
        expected === 'absent' &&
        isError(error) &&
        error.name === 'NotFoundError'
      ) {
        return;
      }
      throw error;
    }
    if (expected === 'absent') {
      throw new ConflictError(
        `${describe(
          ref,
        )} exists already; choose another name, or change that one`,
      );
    }
  }

  async #findApi(promiseName: string): Promise<PromiseApi> {
    return requireApi(await this.#findPromise(promiseName));
  }

  async #findPromise(promiseName: string): Promise<KratixPromise> {
    const { promises } = this.#snapshot();
    const known =
      promises.state === 'synced'
        ? promises.items.find(({ name }) => name === promiseName)
        : undefined;
    return known ?? this.getPromise(promiseName);
  }

  async #ask(subject: string, request: KubernetesRequest): Promise<unknown> {
    try {
      return await this.#connection.requestJson(request);
    } catch (error) {
      if (!(error instanceof KubernetesError)) {
        throw error;
      }
      throw error.failure === 'conflict'
        ? toConflictError(error, subject)
        : toBackstageError(error);
    }
  }
}

function toResource(api: PromiseApi) {
  return { group: api.group, version: api.version, plural: api.plural };
}

function toTarget(ref: Address) {
  return { namespace: ref.namespace, name: ref.name };
}

function requireParsed<T>(parsed: Parsed<T>, subject: string): T {
  if (!parsed.ok) {
    throw new InputError(
      `${subject} cannot be understood: ${parsed.problem.message}`,
    );
  }
  return parsed.value;
}

function describe(ref: Address): string {
  return `Request ${ref.namespace}/${ref.name} of Promise ${ref.promise}`;
}
