import { createApiRef } from '@backstage/frontend-plugin-api';
import type {
  OperationBody,
  OperationResponse,
  PreviewReport,
  PromiseOperationName,
  PromiseOperationResponse,
  PromiseOperationsResponse,
  PromiseRef,
  RequestOperationsResponse,
  RequestRef,
  ResumeBody,
  SetVersionBody,
  StartPreviewBody,
  ValidateBody,
  ValidateResponse,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { Fetched } from './ApiProblem';
import type { FetchOptions } from './KratixApi';

/**
 * What is asked of a request, with what it takes.
 * @public
 */
export type AskedOperation =
  | {
      readonly name: 'rerun' | 'pause' | 'unpause';
      readonly body: OperationBody;
    }
  | { readonly name: 'resume' | 'retryNow'; readonly body: ResumeBody }
  | { readonly name: 'setVersion'; readonly body: SetVersionBody };

/**
 * What is asked of a Promise as a whole.
 * @public
 */
export interface AskedPromiseOperation {
  readonly name: PromiseOperationName;
  readonly body: OperationBody;
}

/**
 * What the pages have the Kratix backend do. A write that was accepted has begun and is not done: the page
 * hears of the rest. Expected failures are returned.
 * @public
 */
export interface OperationsApi {
  fetchOperations(
    ref: RequestRef,
    options?: FetchOptions,
  ): Promise<Fetched<RequestOperationsResponse>>;
  operate(
    ref: RequestRef,
    operation: AskedOperation,
  ): Promise<Fetched<OperationResponse>>;
  deleteRequest(
    ref: RequestRef,
    seen: { readonly uid: string },
  ): Promise<Fetched<OperationResponse>>;
  startPreview(
    ref: RequestRef,
    body: StartPreviewBody,
  ): Promise<Fetched<{ readonly preview: string }>>;
  fetchPreview(
    ref: RequestRef,
    preview: string,
    options?: FetchOptions,
  ): Promise<Fetched<PreviewReport>>;
  removePreview(ref: RequestRef, preview: string): Promise<void>;
  fetchPromiseOperations(
    ref: PromiseRef,
    options?: FetchOptions,
  ): Promise<Fetched<PromiseOperationsResponse>>;
  operatePromise(
    ref: PromiseRef,
    operation: AskedPromiseOperation,
  ): Promise<Fetched<PromiseOperationResponse>>;
  /** Whether the platform would take what stands in a form. Nothing is written. */
  validate(
    ref: PromiseRef,
    body: ValidateBody,
    options?: FetchOptions,
  ): Promise<Fetched<ValidateResponse>>;
}

/**
 * The API behind everything that a person can do with a request or a Promise.
 * @public
 */
export const kratixOperationsApiRef = createApiRef<OperationsApi>().with({
  id: 'plugin.kratix.operations',
  pluginId: 'kratix',
});
