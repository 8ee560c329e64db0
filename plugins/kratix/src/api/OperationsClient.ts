import type { FetchApi } from '@backstage/frontend-plugin-api';
import {
  kratixOperationPaths,
  operationResponseSchema,
  previewReportSchema,
  requestOperationsResponseSchema,
  startPreviewResponseSchema,
  validateResponseSchema,
  type PromiseRef,
  type RequestRef,
  type StartPreviewBody,
  type ValidateBody,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { exchangeJson, type Exchange } from './exchangeJson';
import type { FetchOptions } from './KratixApi';
import type { AskedOperation, OperationsApi } from './OperationsApi';

/**
 * {@link OperationsApi} over the Kratix backend plugin.
 * @public
 */
export class OperationsClient implements OperationsApi {
  readonly #fetchApi: FetchApi;

  constructor(options: { fetchApi: FetchApi }) {
    this.#fetchApi = options.fetchApi;
  }

  fetchOperations(ref: RequestRef, options?: FetchOptions) {
    return this.#exchange({
      method: 'GET',
      path: kratixOperationPaths.operations(ref),
      schema: requestOperationsResponseSchema,
      signal: options?.signal,
    });
  }

  operate(ref: RequestRef, { name, body }: AskedOperation) {
    return this.#exchange({
      method: 'POST',
      path: kratixOperationPaths.operation(ref, name),
      schema: operationResponseSchema,
      body,
    });
  }

  deleteRequest(ref: RequestRef, { uid }: { readonly uid: string }) {
    return this.#exchange({
      method: 'DELETE',
      path: kratixOperationPaths.delete(ref, uid),
      schema: operationResponseSchema,
    });
  }

  startPreview(ref: RequestRef, body: StartPreviewBody) {
    return this.#exchange({
      method: 'POST',
      path: kratixOperationPaths.previews(ref),
      schema: startPreviewResponseSchema,
      body,
    });
  }

  fetchPreview(ref: RequestRef, preview: string, options?: FetchOptions) {
    return this.#exchange({
      method: 'GET',
      path: kratixOperationPaths.preview(ref, preview),
      schema: previewReportSchema,
      signal: options?.signal,
    });
  }

  async removePreview(ref: RequestRef, preview: string): Promise<void> {
    // Nobody waits for it; a preview that is left behind is removed with the next.
    await this.#fetchApi
      .fetch(
        `plugin://kratix${kratixOperationPaths.preview(ref, preview)}`,
        // The page may be closing.
        { method: 'DELETE', keepalive: true },
      )
      .catch(() => undefined);
  }

  validate(ref: PromiseRef, body: ValidateBody, options?: FetchOptions) {
    return this.#exchange({
      method: 'POST',
      path: kratixOperationPaths.validate(ref),
      schema: validateResponseSchema,
      body,
      signal: options?.signal,
    });
  }

  #exchange<T>(exchange: Exchange<T>) {
    return exchangeJson(this.#fetchApi, exchange);
  }
}
