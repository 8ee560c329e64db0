import type {
  FieldProblem,
  KratixPromise,
  PreviewReport,
  RequestManifest,
  RequestRef,
  ResourceBinding,
  ResourceRequest,
} from '@kratix-portal/backstage-plugin-kratix-common';
import type { DeleteOptions } from './WriteOptions';

/**
 * What can be done with a request beside ordering and changing it, in the name of an actor.
 *
 * Each operation reads the object first and writes only where it is still the one that was decided about:
 * NotFoundError when it is gone, ConflictError when it is another one or in another state by now. Nothing here
 * writes status; Kratix takes its orders from labels (kratix-domain 3.6).
 *
 * Errors are Backstage's, as of {@link RequestClient}.
 * @public
 */
export interface RequestOperations {
  /**
   * Asks the API server whether it would take a manifest, admission and defaults included, and writes nothing.
   * What it refuses is an answer; a platform that does not answer, or a person who may not ask, is an error.
   */
  validate(
    promise: KratixPromise,
    manifest: RequestManifest,
    options: ValidateOptions,
  ): Promise<Validation>;
  /** Starts removal and returns; the watch tells when it is gone. */
  delete(ref: OperationTarget, options?: DeleteOptions): Promise<void>;
  /** Runs the workflow (or, while it is being removed, the delete workflow) again from its first pipeline. */
  rerun(
    ref: OperationTarget,
    options: OperationOptions,
  ): Promise<ResourceRequest>;
  /** Kratix leaves it alone from now on, its removal included. A running pipeline finishes. */
  pause(
    ref: OperationTarget,
    options: OperationOptions,
  ): Promise<ResourceRequest>;
  /** Kratix takes it up again, with a whole run. */
  unpause(
    ref: OperationTarget,
    options: OperationOptions,
  ): Promise<ResourceRequest>;
  /** Lets a suspended workflow go on, from the pipeline that suspended it. */
  resumeWorkflow(
    ref: OperationTarget,
    options: ResumeOptions,
  ): Promise<ResourceRequest>;
  /** Tries a pipeline that waits for its next attempt at once. */
  retryNow(
    ref: OperationTarget,
    options: ResumeOptions,
  ): Promise<ResourceRequest>;
  /** Which version of its Promise the request follows; undefined where Kratix has not bound it yet. */
  getBinding(ref: OperationTarget): Promise<ResourceBinding | undefined>;
  /** Follows another version: a revision's version, or `latest`. */
  setVersion(
    ref: OperationTarget,
    options: SetVersionOptions,
  ): Promise<ResourceBinding>;
  /**
   * Begins to find out what a change would deliver, through Kratix's DryRun. The pipelines really run. Whoever
   * starts one removes it.
   */
  startPreview(
    promise: KratixPromise,
    manifest: RequestManifest,
    options?: PreviewOptions,
  ): Promise<PreviewHandle>;
  /** How far a preview of this request is. NotFoundError when there is none of this name. */
  readPreview(
    handle: PreviewHandle,
    options?: { readonly signal?: AbortSignal },
  ): Promise<PreviewReport>;
  /** Removes a preview; that it is gone already is no failure. */
  removePreview(handle: PreviewHandle): Promise<void>;
}

/** Addresses a request on the platform of the operations. @public */
export type OperationTarget = Omit<RequestRef, 'platform'>;

/**
 * How a manifest is validated. @public
 */
export type ValidateOptions = {
  readonly signal?: AbortSignal;
} & (
  | { readonly mode: 'create' }
  /** With the request that the change is decided on; the newest one when it is left out. */
  | { readonly mode: 'change'; readonly existing?: ResourceRequest }
);

/**
 * What the API server says of a manifest.
 * @public
 */
export type Validation =
  | {
      readonly ok: true;
      /** As it would be stored, with the defaults of its API. */
      readonly request: ResourceRequest;
    }
  | {
      readonly ok: false;
      /** The API server's own words. */
      readonly message: string;
      /** Each reason at its field; at least one, of an empty path when it is about the whole. */
      readonly errors: readonly FieldProblem[];
    };

/**
 * What an operation was decided about.
 * @public
 */
export interface OperationOptions {
  /** Of the object that is meant. */
  readonly uid: string;
  /** Why, in the words of the person; kept on the request beside who did it. */
  readonly note?: string;
  readonly signal?: AbortSignal;
}

/**
 * Which wait is meant: a workflow may wait again, for something else.
 * @public
 */
export interface ResumeOptions extends OperationOptions {
  /** The pipeline that was seen waiting; left out where Kratix does not report pipelines. */
  readonly pipeline?: string;
  /** Since when it was seen waiting (RFC 3339). */
  readonly since?: string;
}

/**
 * Which version is followed from now on.
 * @public
 */
export interface SetVersionOptions extends OperationOptions {
  /** A revision's version, or `latest`. */
  readonly version: string;
  /** The version that was followed when this was decided. */
  readonly from?: string;
}

/**
 * How a preview is made.
 * @public
 */
export interface PreviewOptions {
  readonly signal?: AbortSignal;
}

/**
 * Names a preview and the request that it is of.
 * @public
 */
export interface PreviewHandle extends OperationTarget {
  /** Name of the DryRun, in the namespace of the request. */
  readonly preview: string;
}
