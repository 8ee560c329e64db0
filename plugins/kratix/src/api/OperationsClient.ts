import { isError } from '@backstage/errors';
import type { FetchApi } from '@backstage/frontend-plugin-api';
import {
  kratixHeaders,
  kratixOperationPaths,
  kratixPromiseOperationPaths,
  operationResponseSchema,
  previewReportSchema,
  promiseOperationResponseSchema,
  promiseOperationsResponseSchema,
  requestOperationsResponseSchema,
  startPreviewResponseSchema,
  validateResponseSchema,
  type PromiseRef,
  type RequestRef,
  type StartPreviewBody,
  type ValidateBody,
} from '@kratix-portal/backstage-plugin-kratix-common';
import { exchangeJson, type Exchange } from './exchangeJson';
import type { Fetched } from './ApiProblem';
import type { FetchOptions } from './KratixApi';
import type {
  AskedOperation,
  AskedPromiseOperation,
  OperationsApi,
} from './OperationsApi';
import type { UserTokenApi } from './UserTokenApi';

/**
 * {@link OperationsApi} over the Kratix backend plugin.
 * @public
 */
export class OperationsClient implements OperationsApi {
  readonly #fetchApi: FetchApi;

  readonly #userToken: UserTokenApi | undefined;

  constructor(options: {
    fetchApi: FetchApi;
    /** For platforms that are asked with the person's own token. */
    userToken?: UserTokenApi;
  }) {
    this.#fetchApi = options.fetchApi;
    this.#userToken = options.userToken;
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
    return this.#askPlatform({
      method: 'POST',
      path: kratixOperationPaths.operation(ref, name),
      schema: operationResponseSchema,
      body,
    });
  }

  deleteRequest(ref: RequestRef, { uid }: { readonly uid: string }) {
    return this.#askPlatform({
      method: 'DELETE',
      path: kratixOperationPaths.delete(ref, uid),
      schema: operationResponseSchema,
    });
  }

  startPreview(ref: RequestRef, body: StartPreviewBody) {
    return this.#askPlatform({
      method: 'POST',
      path: kratixOperationPaths.previews(ref),
      schema: startPreviewResponseSchema,
      body,
    });
  }

  fetchPreview(ref: RequestRef, preview: string, options?: FetchOptions) {
    return this.#askPlatform({
      method: 'GET',
      path: kratixOperationPaths.preview(ref, preview),
      schema: previewReportSchema,
      signal: options?.signal,
    });
  }

  async removePreview(ref: RequestRef, preview: string): Promise<void> {
    // Nobody waits for it; a preview that is left behind is removed with the next.
    await this.#tokenHeaders()
      .then(headers =>
        this.#fetchApi.fetch(
          `plugin://kratix${kratixOperationPaths.preview(ref, preview)}`,
          // The page may be closing.
          { method: 'DELETE', keepalive: true, headers },
        ),
      )
      .catch(() => undefined);
  }

  fetchPromiseOperations(ref: PromiseRef, options?: FetchOptions) {
    return this.#exchange({
      method: 'GET',
      path: kratixPromiseOperationPaths.operations(ref),
      schema: promiseOperationsResponseSchema,
      signal: options?.signal,
    });
  }

  operatePromise(ref: PromiseRef, { name, body }: AskedPromiseOperation) {
    return this.#askPlatform({
      method: 'POST',
      path: kratixPromiseOperationPaths.operation(ref, name),
      schema: promiseOperationResponseSchema,
      body,
    });
  }

  validate(ref: PromiseRef, body: ValidateBody, options?: FetchOptions) {
    return this.#askPlatform({
      method: 'POST',
      path: kratixOperationPaths.validate(ref),
      schema: validateResponseSchema,
      body,
      signal: options?.signal,
    });
  }

  /** Reads are answered from what the portal watches; all else is asked of the platform for the person. */
  async #askPlatform<T>(exchange: Exchange<T>): Promise<Fetched<T>> {
    let headers: Record<string, string> | undefined;
    try {
      headers = await this.#tokenHeaders();
    } catch (error) {
      const message = isError(error) ? error.message : String(error);
      return { ok: false, problem: { kind: 'failed', message } };
    }
    return this.#exchange({ ...exchange, headers });
  }

  async #tokenHeaders(): Promise<Record<string, string> | undefined> {
    const token = await this.#userToken?.getToken();
    return token ? { [kratixHeaders.userToken]: token } : undefined;
  }

  #exchange<T>(exchange: Exchange<T>) {
    return exchangeJson(this.#fetchApi, exchange);
  }
}
