import type { PhaseContext, ResourceBinding, ResourceRequest } from '../model';

/**
 * One request of a Promise, with the binding that says which version it follows.
 * @public
 */
export interface RolloutSubject {
  readonly request: ResourceRequest;
  readonly binding?: ResourceBinding;
  /** What its phase depends on. */
  readonly context: PhaseContext;
}

/** Kratix's word for whatever version is the newest (kratix-domain 6). @public */
export const latestVersion = 'latest';
