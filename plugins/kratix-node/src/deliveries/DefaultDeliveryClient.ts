import { isError, NotFoundError } from '@backstage/errors';
import {
  parseWork,
  refuse,
  tell,
  wordingOf,
  type Work,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { KubernetesRequest } from '../cluster/KubernetesConnection';
import { resourcePath } from '../cluster/resourcePath';
import { fetchWorks } from '../requests/fetchDelivery';
import type { Subject } from '../requests/Subject';
import { requireNamespace } from '../requests/requireNamespace';
import { requireParsed } from '../requests/requireParsed';
import {
  RequestScope,
  type RequestScopeOptions,
} from '../requests/RequestScope';
import type {
  DecodedFile,
  DeliveryClient,
  DeliveryTarget,
  FileAddress,
  ReadEvents,
  ReadOptions,
} from '../service/DeliveryClient';
import type { Delivery } from '../service/KratixService';
import { decodeContent } from './decodeContent';
import { fetchEvents } from './fetchEvents';
import { fetchNames } from './fetchNames';
import { findWorkPlace, type WorkPlace } from './WorkPlace';

/**
 * Deliveries on one platform, read in the name of one actor.
 * @internal
 */
export class DefaultDeliveryClient implements DeliveryClient {
  readonly #scope: RequestScope;

  constructor(private readonly options: RequestScopeOptions) {
    this.#scope = new RequestScope(options);
  }

  async read(
    target: DeliveryTarget,
    options: ReadOptions = {},
  ): Promise<Delivery> {
    const { namespaces, labelSelector } = await this.#place(target);
    const parts = await Promise.all(
      namespaces.map(namespace =>
        fetchWorks(
          { namespace, labelSelector },
          {
            withContent: false,
            fetchPage: (path, query) =>
              this.#get(target, { path, query, signal: options.signal }),
          },
        ),
      ),
    );
    return {
      works: parts.flatMap(({ works }) => works),
      workPlacements: parts.flatMap(({ workPlacements }) => workPlacements),
      isComplete: parts.every(({ isComplete }) => isComplete),
    };
  }

  async readFile(
    target: DeliveryTarget,
    address: FileAddress,
    options: ReadOptions = {},
  ): Promise<DecodedFile> {
    const work = await this.#findWork(target, address.work, options);
    const file = work?.groups
      .find(({ id }) => id === address.group)
      ?.files.find(({ path }) => path === address.path);
    if (!file) {
      throw refuse(
        NotFoundError,
        tell('refusal.noSuchFile', { subject: describe(target) }),
      );
    }
    return decodeContent(file.content ?? '');
  }

  async readEvents(
    target: DeliveryTarget & { readonly uid: string; readonly kind: string },
    options: ReadOptions = {},
  ): Promise<ReadEvents> {
    const { namespaces, workflowSelector } = await this.#place(target);
    const fetchPage = (path: string, query: KubernetesRequest['query']) =>
      this.#get(target, { path, query, signal: options.signal });
    const [delivery, jobs, pods] = await Promise.all([
      this.read(target, options),
      fetchNames('jobs', { namespaces, workflowSelector }, fetchPage),
      fetchNames('pods', { namespaces, workflowSelector }, fetchPage),
    ]);
    const { events, isComplete } = await fetchEvents(
      {
        ...target,
        workNamespaces: namespaces,
        works: delivery.works.map(({ name }) => name),
        placements: delivery.workPlacements.map(({ name }) => name),
        jobs: jobs.names,
        pods: pods.names,
      },
      fetchPage,
    );
    return {
      events,
      // Events of an object that was not found are not found either.
      isComplete: [{ isComplete }, delivery, jobs, pods].every(
        part => part.isComplete,
      ),
    };
  }

  async #place(target: DeliveryTarget): Promise<WorkPlace> {
    if (target.request) {
      requireNamespace(this.options.platform, target.request.namespace);
    }
    return findWorkPlace(target, await this.#scope.findPromise(target.promise));
  }

  /** A Work of somebody else is none: who may see one request may not see all. */
  async #findWork(
    target: DeliveryTarget,
    name: string,
    { signal }: ReadOptions,
  ): Promise<Work | undefined> {
    const { namespaces, isOwn } = await this.#place(target);
    for (const namespace of namespaces) {
      const json = await this.#getIfPresent(target, {
        path: resourcePath({
          group: 'platform.kratix.io',
          version: 'v1alpha1',
          plural: 'works',
          namespace,
          name,
        }),
        signal,
      });
      const work =
        json === undefined
          ? undefined
          : requireParsed(parseWork(json), `Work ${name}`);
      if (work && isOwn(work)) {
        return work;
      }
    }
    return undefined;
  }

  async #getIfPresent(
    target: DeliveryTarget,
    request: Omit<KubernetesRequest, 'timeoutMs' | 'method'>,
  ): Promise<unknown> {
    try {
      return await this.#get(target, request);
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        return undefined;
      }
      throw error;
    }
  }

  #get(
    target: DeliveryTarget,
    request: Omit<KubernetesRequest, 'timeoutMs' | 'method'>,
  ): Promise<unknown> {
    return this.#scope.ask(describe(target), {
      method: 'GET',
      ...request,
    });
  }
}

function describe({ promise, request }: DeliveryTarget): Subject {
  return request
    ? wordingOf('refusal.request', {
        request: `${request.namespace}/${request.name}`,
        promise,
      })
    : `Promise ${promise}`;
}
