import type { KratixPromise } from '@kratix-portal/backstage-plugin-kratix-common';
import type { JsonObject } from '@backstage/types';
import type { OperationOptions } from './RequestOperations';

/**
 * What can be done with a Promise as a whole, in the name of an actor. Each is a label (kratix-domain 3.6) and
 * concerns every request of the Promise. Errors and guards are those of {@link RequestOperations}.
 * @public
 */
export interface PromiseOperations {
  /** Runs the Promise's own workflow again. */
  rerun(promise: string, options: OperationOptions): Promise<KratixPromise>;
  /** Runs the workflow of every request again. */
  rerunRequests(
    promise: string,
    options: OperationOptions,
  ): Promise<KratixPromise>;
  /** Kratix leaves the Promise and all its requests alone, and takes no new ones. */
  pause(promise: string, options: OperationOptions): Promise<KratixPromise>;
  /** Kratix takes them up again. */
  unpause(promise: string, options: OperationOptions): Promise<KratixPromise>;
  /** The whole object, as the cluster has it. NotFoundError when there is none. */
  getManifest(
    promise: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<JsonObject>;
  /**
   * Writes a Promise by server-side apply with field manager `kratix-portal`: never takes over a field that
   * another manager set, which is a ConflictError.
   */
  apply(
    manifest: JsonObject,
    options?: { readonly dryRun?: boolean; readonly signal?: AbortSignal },
  ): Promise<KratixPromise>;
  /** The whole PromiseRelease, as the cluster has it. NotFoundError when there is none. */
  getReleaseManifest(
    release: string,
    options?: { readonly signal?: AbortSignal },
  ): Promise<JsonObject>;
  /** Writes a PromiseRelease as {@link PromiseOperations.apply} writes a Promise. */
  applyRelease(
    manifest: JsonObject,
    options?: { readonly dryRun?: boolean; readonly signal?: AbortSignal },
  ): Promise<void>;
}
