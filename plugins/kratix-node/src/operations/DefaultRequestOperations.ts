import {
  kratixLabels,
  writeLastOperation,
  type KratixPromise,
  type OperationName,
  type PreviewReport,
  type RequestManifest,
  type ResourceBinding,
  type ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { DefaultRequestClient } from '../requests/DefaultRequestClient';
import {
  RequestScope,
  type RequestScopeOptions,
} from '../requests/RequestScope';
import type { RequestClient } from '../service/KratixService';
import type {
  OperationOptions,
  OperationTarget,
  PreviewHandle,
  PreviewOptions,
  RequestOperations,
  ResumeOptions,
  SetVersionOptions,
  ValidateOptions,
  Validation,
} from '../service/RequestOperations';
import type { DeleteOptions } from '../service/WriteOptions';
import { relabelRequest } from './relabelRequest';
import { RequestBindings } from './RequestBindings';
import { RequestPreviews } from './RequestPreviews';
import { requireThisWait } from './requireThisWait';
import { mustRunAgain } from './mustRunAgain';
import { validateManifest } from './validateManifest';

/**
 * What can be done with requests on one platform, in the name of one actor.
 * @internal
 */
export class DefaultRequestOperations implements RequestOperations {
  readonly #scope: RequestScope;
  readonly #client: RequestClient;
  readonly #bindings: RequestBindings;
  readonly #previews: RequestPreviews;
  readonly #by: string | undefined;
  readonly #nowMs: () => number;

  constructor(
    options: RequestScopeOptions & {
      /** Entity reference of the person who acts. */
      readonly by?: string;
      readonly nowMs: () => number;
    },
  ) {
    this.#scope = new RequestScope(options);
    this.#client = new DefaultRequestClient(options);
    this.#bindings = new RequestBindings(this.#scope);
    this.#previews = new RequestPreviews(this.#scope, options.nowMs);
    this.#by = options.by;
    this.#nowMs = options.nowMs;
  }

  async validate(
    promise: KratixPromise,
    manifest: RequestManifest,
    options: ValidateOptions,
  ): Promise<Validation> {
    return validateManifest(this.#client, { promise, manifest }, options);
  }

  async delete(ref: OperationTarget, options?: DeleteOptions): Promise<void> {
    await this.#client.delete(ref, options);
  }

  async rerun(
    ref: OperationTarget,
    options: OperationOptions,
  ): Promise<ResourceRequest> {
    const labels = { [kratixLabels.manualReconciliation]: 'true' };
    return this.#relabel('rerun', ref, { ...options, labels });
  }

  async pause(
    ref: OperationTarget,
    options: OperationOptions,
  ): Promise<ResourceRequest> {
    const labels = { [kratixLabels.paused]: 'true' };
    return this.#relabel('pause', ref, { ...options, labels });
  }

  async unpause(
    ref: OperationTarget,
    options: OperationOptions,
  ): Promise<ResourceRequest> {
    const labels = { [kratixLabels.paused]: undefined };
    return this.#relabel('unpause', ref, { ...options, labels });
  }

  async resumeWorkflow(
    ref: OperationTarget,
    options: ResumeOptions,
  ): Promise<ResourceRequest> {
    return this.#resume('resume', ref, options);
  }

  async retryNow(
    ref: OperationTarget,
    options: ResumeOptions,
  ): Promise<ResourceRequest> {
    return this.#resume('retryNow', ref, options);
  }

  async getBinding(ref: OperationTarget): Promise<ResourceBinding | undefined> {
    await this.#scope.find(ref);
    return this.#bindings.get(ref);
  }

  async setVersion(
    ref: OperationTarget,
    options: SetVersionOptions,
  ): Promise<ResourceBinding> {
    const request = await this.#client.get(ref);
    return this.#bindings.setVersion(ref, {
      ...options,
      mustRun: binding => mustRunAgain(request, binding, options.version),
      annotations: this.#stamp('setVersion', options.note),
    });
  }

  async startPreview(
    promise: KratixPromise,
    manifest: RequestManifest,
    options: PreviewOptions = {},
  ): Promise<PreviewHandle> {
    return this.#previews.start(promise, manifest, {
      ...options,
      requestedBy: this.#by,
    });
  }

  async readPreview(
    handle: PreviewHandle,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<PreviewReport> {
    return this.#previews.read(handle, options.signal);
  }

  async removePreview(handle: PreviewHandle): Promise<void> {
    await this.#previews.remove(handle);
  }

  /** Kratix goes on from the suspended pipeline where the label is gone (kratix-domain 3.5). */
  async #resume(
    name: 'resume' | 'retryNow',
    ref: OperationTarget,
    options: ResumeOptions,
  ): Promise<ResourceRequest> {
    return this.#relabel(name, ref, {
      ...options,
      labels: { [kratixLabels.workflowSuspended]: undefined },
      check: seen => requireThisWait(seen, options),
    });
  }

  async #relabel(
    name: OperationName,
    ref: OperationTarget,
    options: OperationOptions & {
      readonly labels: Readonly<Record<string, string | undefined>>;
      readonly check?: (seen: ResourceRequest) => void;
    },
  ): Promise<ResourceRequest> {
    const { uid, labels, check, note, signal } = options;
    return relabelRequest(await this.#scope.find(ref), {
      uid,
      check,
      change: { labels, annotations: this.#stamp(name, note) },
      send: request => this.#scope.send({ ...request, signal }),
    });
  }

  #stamp(
    name: OperationName,
    note: string | undefined,
  ): Record<string, string> {
    return writeLastOperation({
      name,
      at: new Date(this.#nowMs()).toISOString(),
      ...(this.#by && { by: this.#by }),
      ...(note && { note }),
    });
  }
}
