import type { ResourceRequest } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * How something is written.
 * @public
 */
export interface WriteOptions {
  /** Everything but the writing, admission included. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
}

/**
 * How a request is changed.
 * @public
 */
export interface ChangeOptions extends WriteOptions {
  /**
   * The request that the change was decided on. When it is gone: NotFoundError. When it is another object by
   * now, or somebody asked something else of it since: ConflictError.
   */
  readonly existing: ResourceRequest;
}

/**
 * How a request is removed.
 * @public
 */
export interface DeleteOptions extends WriteOptions {
  /** Of the object that is meant; when there is another one of its name by now: ConflictError. */
  readonly uid?: string;
}
