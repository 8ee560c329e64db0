import {
  parseResourceRequest,
  refuse,
  tell,
  type PromiseApi,
  type RequestManifest,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { ConflictError } from '@backstage/errors';
import type { KubernetesRequest } from '../cluster/KubernetesConnection';
import { KubernetesError } from '../cluster/failures/KubernetesError';
import { changeUnlessMoved } from './changeUnlessMoved';
import { buildAdoption, FIELD_MANAGER } from './fieldManager';
import type { RequestAddress } from './RequestAddress';
import { requireParsed } from './requireParsed';
import { toAdoptionError } from './toAdoptionError';
import { toRequestError } from './toRequestError';

/**
 * One request on the API server, there already or yet to be created. Whether something is there is always
 * decided by the API server with the write itself, never by a look before it.
 * @internal
 */
export class RequestOnCluster {
  constructor(
    private readonly options: {
      readonly address: RequestAddress;
      readonly api: PromiseApi;
      readonly dryRun: boolean;
      send(
        request: Pick<KubernetesRequest, 'method' | 'path' | 'query' | 'body'>,
      ): Promise<unknown>;
    },
  ) {}

  async look(): Promise<ResourceRequest> {
    return this.parse(await this.explained(() => this.fetch()));
  }

  async create(manifest: RequestManifest): Promise<ResourceRequest> {
    const json = await this.explained(() => this.post(manifest));
    if (!this.options.dryRun) {
      // What fails here is made good at the next change; the request is there.
      await this.adopt(json).catch(() => undefined);
    }
    return this.parse(json);
  }

  async change(
    manifest: RequestManifest,
    decidedOn: ResourceRequest,
  ): Promise<ResourceRequest> {
    const json = await this.explained(() =>
      changeUnlessMoved(decidedOn, {
        subject: this.options.address.subject,
        look: async () => {
          const seen = await this.explained(() => this.fetch());
          return { ...this.parse(seen), json: seen };
        },
        write: seen => this.apply(manifest, seen),
      }),
    );
    return this.parse(json);
  }

  async remove(uid: string | undefined): Promise<void> {
    await this.explained(() =>
      this.options.send({
        method: 'DELETE',
        path: this.options.address.path,
        query: {
          propagationPolicy: 'Background',
          dryRun: this.dryRunQuery,
        },
        ...(uid !== undefined && { body: deleteOnly(uid) }),
      }),
    );
  }

  private async post(manifest: RequestManifest): Promise<unknown> {
    const { address, send } = this.options;
    try {
      return await send({
        method: 'POST',
        path: address.collectionPath,
        query: this.writeQuery,
        body: { contentType: 'application/json', json: manifest },
      });
    } catch (error) {
      if (
        error instanceof KubernetesError &&
        error.reason === 'AlreadyExists'
      ) {
        throw refuse(
          ConflictError,
          tell('refusal.existsAlready', { subject: address.subject }),
        );
      }
      throw error;
    }
  }

  /** Never takes over a field that another manager set: the conflict names them. */
  private async apply(
    manifest: RequestManifest,
    seen: ResourceRequest & { readonly json: unknown },
  ): Promise<unknown> {
    const isAdopted = buildAdoption(seen.json) === undefined;
    const adopted =
      isAdopted || this.options.dryRun
        ? seen
        : this.parse(await this.adopt(seen.json));
    return this.options.send({
      method: 'PATCH',
      path: this.options.address.path,
      query: {
        ...this.writeQuery,
        // A trial before the adoption would only meet the portal itself.
        force: String(!isAdopted && this.options.dryRun),
      },
      body: {
        // The API server reads YAML here, of which JSON is a part.
        contentType: 'application/apply-patch+yaml',
        json: {
          ...manifest,
          metadata: {
            ...manifest.metadata,
            // Refused where the object is gone, another one, or another state of it
            // (k8s.io/apiserver pkg/endpoints/handlers/patch.go, pkg/registry/generic/registry/store.go).
            uid: adopted.uid,
            resourceVersion: adopted.resourceVersion,
          },
        },
      },
    });
  }

  private async adopt(json: unknown): Promise<unknown> {
    const patch = buildAdoption(json);
    if (!patch) {
      return json;
    }
    const { address, send } = this.options;
    try {
      return await send({
        method: 'PATCH',
        path: address.path,
        query: { fieldManager: FIELD_MANAGER },
        body: { contentType: 'application/json-patch+json', json: patch },
      });
    } catch (error) {
      throw toAdoptionError(error, address.subject);
    }
  }

  private fetch(): Promise<unknown> {
    const { address, send } = this.options;
    return send({ method: 'GET', path: address.path });
  }

  private parse(json: unknown): ResourceRequest {
    const { address, api } = this.options;
    return requireParsed(
      parseResourceRequest(json, { promiseName: address.promise, api }),
      address.subject,
    );
  }

  private async explained<T>(work: () => Promise<T>): Promise<T> {
    const { address } = this.options;
    try {
      return await work();
    } catch (error) {
      throw toRequestError(address.explainNotFound(error), address.subject);
    }
  }

  private get dryRunQuery(): 'All' | undefined {
    return this.options.dryRun ? 'All' : undefined;
  }

  private get writeQuery() {
    return {
      fieldManager: FIELD_MANAGER,
      // As kubectl does: a field that the API does not know is a mistake, not something to drop silently.
      fieldValidation: 'Strict',
      dryRun: this.dryRunQuery,
    };
  }
}

function deleteOnly(uid: string): KubernetesRequest['body'] {
  return {
    contentType: 'application/json',
    json: {
      apiVersion: 'v1',
      kind: 'DeleteOptions',
      preconditions: { uid },
    },
  };
}
