import type { RequestRef } from '@kratix-portal/backstage-plugin-kratix-common';

/**
 * What the permission rules look at in a resource request.
 * @public
 */
export interface PermissionedRequest extends RequestRef {
  /** Entity reference; absent when nothing is known of the request but its name. */
  readonly owner?: string;
}

/**
 * What a rule asks of a list of requests, for callers that filter lists.
 * @public
 */
export interface PermissionedRequestQuery {
  readonly key: 'platform' | 'promise' | 'namespace' | 'owner';
  readonly values: readonly string[];
}
