import type { Work, WorkPlacement } from '../delivery';
import type { KratixPromise } from '../kratixPromise';
import type { PromiseRevision, ResourceBinding } from '../resourceBinding';

/**
 * What is known beside the request itself. Each part may be missing: the phase then says less, never
 * something else.
 * @public
 */
export interface PhaseContext {
  readonly binding?: ResourceBinding;
  /** The newest revision of the request's Promise. */
  readonly latestRevision?: Pick<PromiseRevision, 'version'>;
  readonly promise?: Pick<
    KratixPromise,
    'isPaused' | 'requiredPromises' | 'workflows'
  > &
    Partial<Pick<KratixPromise, 'availability'>>;
  /** Only fetched for one request at a time: they are too large to watch (kratix-domain 4). */
  readonly works?: readonly Work[];
  readonly workPlacements?: readonly WorkPlacement[];
}
