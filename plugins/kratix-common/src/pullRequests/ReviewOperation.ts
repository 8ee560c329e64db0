import type { RequestRef } from '../model';

/**
 * What a pull request asks for.
 * @public
 */
export type ReviewOperation = 'create' | 'change' | 'delete';

/**
 * Which request a pull request is about. By kind and not by Promise, as in a manifest: a repository tells of
 * kinds.
 * @public
 */
export interface ReviewSubject
  extends Pick<RequestRef, 'platform' | 'namespace' | 'name'> {
  readonly group: string;
  readonly kind: string;
}
