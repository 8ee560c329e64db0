import type { RequestOptions } from 'node:https';

/**
 * How to reach the API server of one platform, and how to sign in there.
 * @internal
 */
export interface ClusterAccess {
  /** Where it is; may have a path of its own, as behind a proxy for many clusters. */
  readonly server: string;
  /** What a request needs: who asks, and whom to trust. Reads files again that may have changed. */
  signIn(): Promise<RequestOptions>;
  /**
   * The same cluster for somebody who brings an own token. Nothing of the portal's own credentials stays: a
   * client certificate would win over the token.
   */
  withToken(token: string): ClusterAccess;
}
